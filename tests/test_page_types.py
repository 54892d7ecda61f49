import pytest

from home.models import HomePage
from tests import factories

pytestmark = pytest.mark.django_db


EVERY_PAGE_TYPE = pytest.mark.parametrize(
    "factory",
    [
        factories.ConditionIndexPageFactory,
        factories.ConditionPageFactory,
        factories.FormPageFactory,
        factories.LocationPageFactory,
        factories.StandardPageFactory,
        factories.TopicPageFactory,
        factories.TreatmentIndexPageFactory,
        factories.TreatmentPageFactory,
    ],
)


@EVERY_PAGE_TYPE
def test_each_page_type_answers_with_one_main_heading(client, factory):
    page = factory()
    response = client.get(page.url)
    assert response.status_code == 200
    assert response.content.count(b"<h1") == 1


def test_the_front_page_answers(client):
    response = client.get("/")
    assert response.status_code == 200
    assert response.content.count(b"<h1") == 1


@EVERY_PAGE_TYPE
def test_no_page_type_costs_more_than_nine_queries(
    client, factory, django_assert_max_num_queries
):
    page = factory()
    client.get(page.url)
    with django_assert_max_num_queries(9):
        client.get(page.url)


def test_the_front_page_costs_at_most_nine_queries_with_everything_on_it(
    client, django_assert_max_num_queries
):
    HomePage.objects.update(
        hero_image=factories.ClinicImageFactory(),
        action_page=factories.FormPageFactory(),
    )
    for factory in (
        factories.ClinicianFactory,
        factories.ConditionPageFactory,
        factories.LocationPageFactory,
        factories.TreatmentPageFactory,
    ):
        factory.create_batch(3)
    client.get("/")
    with django_assert_max_num_queries(9):
        client.get("/")
