import pytest

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "factory",
    [
        factories.ConditionIndexPageFactory,
        factories.ConditionPageFactory,
        factories.FormPageFactory,
        factories.LocationPageFactory,
        factories.StandardPageFactory,
        factories.TreatmentIndexPageFactory,
        factories.TreatmentPageFactory,
    ],
)
def test_each_page_type_answers_with_one_main_heading(client, factory):
    page = factory()
    response = client.get(page.url)
    assert response.status_code == 200
    assert response.content.count(b"<h1") == 1


def test_the_front_page_answers(client):
    response = client.get("/")
    assert response.status_code == 200
    assert response.content.count(b"<h1") == 1
