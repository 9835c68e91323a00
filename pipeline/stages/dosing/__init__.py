"""Dosing claims: found, reckoned, held against cited limits. See `stage` and `judge`."""

from pipeline.stages.dosing.judge import Judged, Judgement, flag_rules, judge
from pipeline.stages.dosing.stage import DosingStage, knowledge_from

__all__ = ["DosingStage", "Judged", "Judgement", "flag_rules", "judge", "knowledge_from"]
