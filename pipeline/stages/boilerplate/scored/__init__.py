"""Cuts by score: the same rules as the sure ones, but heard after them and held back by guards.

Each judges by the whole page, so that its examples are small pages too.
"""
