"""Copies of one article are found and all but the best are removed; near copies that differ in a
number, a drug or a negation are kept apart and reported."""

from pipeline.stages.dedup.decide import DedupDecision
from pipeline.stages.dedup.settings import DedupSettings
from pipeline.stages.dedup.stage import DedupStage
from pipeline.stages.dedup.survey import Survey

__all__ = ["DedupDecision", "DedupSettings", "DedupStage", "Survey"]
