# Search
search-title = Search
search-label = Search shared tasks, recommendations and commitments
search-button = Search
search-lead = Search everything you may see: shared tasks, frames, dialogues, recommendations, commitments, areas and associations.
search-empty-title = What are you looking for?
search-empty = Write a word or two. Write it the way you say it: school also finds schools. A small slip of the finger does not matter. What people wrote stays in their own language.
search-none-title = We found nothing about “{ $query }”
search-none-fewer = Try fewer words.
search-none-other = Try another word for the same thing, for example bus instead of public transport.
search-none-filter = Try searching everything.
search-none-sign-in = Some shared tasks can only be seen when you have signed in.
search-none-browse = See all shared tasks
search-count = { $n ->
    [one] { $n } place
   *[other] { $n } places
}
search-count-more = More than { $n } places. Add a word to find fewer.
search-meant = We did not find “{ $query }”. Here is what we found about “{ $meant }”.
search-partly = Nothing has all of the words. Here is what has some of them.
search-filter = Show only
search-filter-kind = Kind
search-filter-area = { -Local-area }
search-filter-stage = Step
search-filter-any-kind = Everything
search-filter-any-area = The whole municipality
search-filter-any-stage = Every step
search-filter-button = Show
search-all = Search everything
search-people = Looking for a person?
search-people-link = Search among people
search-results = What we found
paging-next = Next page
paging-previous = Previous page
paging-of = Page { $page } of { $pages }
paging-label = Pages
search-kind-space = Shared task
search-kind-mandate = Frame
search-kind-dialogue = Dialogue
search-kind-statement = Statement
search-kind-recommendation = Recommendation
search-kind-commitment = Commitment
search-kind-file = File
search-kind-organisation = Organisation
search-kind-area = { -Local-area }
search-kind-recipe = Recipe
spaces-none-title = There are no such shared tasks right now
