"""Boilerplate: tell the article from its residue, mend what is left, report what cannot be mended.

Three doors: `TemplateStage` learns what the pages of a site have in common, `BoilerplateStage`
judges one page, `BoilerplateSettings` says how far both may go. Heavy libraries are loaded on
first use.
"""

from pipeline.stages.boilerplate.settings import BoilerplateSettings
from pipeline.stages.boilerplate.stage import BoilerplateStage
from pipeline.stages.boilerplate.templates import TemplateStage

__all__ = ["BoilerplateSettings", "BoilerplateStage", "TemplateStage"]
