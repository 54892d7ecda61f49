"""Who may change how the desk works: its settings and its templates of replies."""

from wagtail.permission_policies import ModelPermissionPolicy

from submissions.models.submission import Submission


class DeskPolicy(ModelPermissionPolicy):
    """Whatever is to be done: those who may configure the desk may do it."""

    def __init__(self, model):
        super().__init__(model, auth_model=Submission)

    def _get_permission_codenames(self, actions):
        return {"configure_desk"}

    def _get_permission_name(self, action):
        return "submissions.configure_desk"
