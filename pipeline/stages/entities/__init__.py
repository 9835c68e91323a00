"""Medical mentions: what the article is about, linked to concepts and qualified."""

from pipeline.stages.entities.stage import EntityStage

__all__ = ["EntityStage"]
