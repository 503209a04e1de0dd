//! One space of the demonstration: its events in order, each done by the act a person would do.

use chrono::Duration;
use futures::FutureExt;
use futures::future::BoxFuture;
use samskab_commitments::acts as commitments;
use samskab_commitments::milestones::{self, Change, PLAN};
use samskab_dialogue::acts as dialogue;
use samskab_dialogue::acts::{New, Proposed, Voter};
use samskab_frame::Mandate;
use samskab_platform::access::{Role, Visibility};
use samskab_platform::assurance::Assurance;
use samskab_platform::clock::plus_days;
use samskab_platform::commitment::{self, MAKE, REPORT, Status};
use samskab_platform::recipe::Stage;
use samskab_platform::space_acts::{self, Beginning, CREATE, GROUP, MOVE, NewGroup};
use samskab_platform::{Act, Result, Visitor, space};
use samskab_recommendations::{Answer, Outcome, Stance, Texts, acts as recommendations, drafting, handing};
use uuid::Uuid;

use super::association_fill::{self, AssociationEvent, Members};
use super::daily_fill::{self, DailyEvent};
use super::data::{self, CommitmentEntry, DialogueEntry, MandateEntry, MilestoneEntry, SpaceFile, Voters};
use super::fill::{Cast, internal, put};
use super::handover_fill::{self, Board, HandoverEvent};
use super::idea_fill::{self, IdeaEvent};
use super::meeting_fill::{self, Meeting};
use super::programme_fill::{self, House, ProgrammeEvent};
use super::reciprocity_fill::{self, ReciprocityEvent, Sides};
use super::seat_fill::{self, Made, SeatEvent};
use super::till_fill::{self, Book, TillEvent};

/// In how many rounds the votes of a dialogue are cast.
const ROUNDS: usize = 6;

/// Something that happens; the order is that of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Create,
    Run,
    Mandate(usize),
    Join,
    Invite(usize),
    Read(usize),
    Move(Stage),
    Open(usize),
    Propose(usize, usize),
    Vote(usize, usize),
    Close(usize),
    Idea(IdeaEvent),
    Recommend(usize),
    Rewrite(usize, usize),
    Suggest(usize, usize),
    Settle(usize, usize),
    Stance(usize, usize),
    Submit(usize),
    Answer(usize),
    Commit(usize),
    Report(usize, usize),
    File(usize),
    Seats(SeatEvent),
    Daily(DailyEvent),
    Plan(usize),
    Hold(usize),
    Approve(usize),
    Group(usize),
    GroupMeets(usize, usize),
    Step(usize, usize),
    Reach(usize, usize),
    Programme(ProgrammeEvent),
    Association(AssociationEvent),
    Till(TillEvent),
    Handover(HandoverEvent),
    Reciprocity(ReciprocityEvent),
}

/// All events with their day, in order.
fn events(file: &SpaceFile) -> Result<Vec<(i64, Event)>> {
    let mut all = vec![(file.created_day, Event::Create), (file.created_day, Event::Run)];
    let first = file.mandate.first().map_or(file.created_day, |m| m.day);
    all.push((first, Event::Join));
    all.extend(file.mandate.iter().enumerate().map(|(i, m)| (m.day, Event::Mandate(i))));
    all.extend(file.invitation.iter().enumerate().map(|(i, v)| (v.day, Event::Invite(i))));
    all.extend(file.acknowledgement.iter().enumerate().map(|(i, a)| (a.day, Event::Read(i))));
    for (i, d) in file.dialogue.iter().enumerate() {
        all.push((d.opened_day, Event::Open(i)));
        let last = d.closed_day.unwrap_or(0);
        for (j, s) in d.statement.iter().enumerate() {
            if s.by.is_some() {
                all.push((s.day.clamp(d.opened_day, last), Event::Propose(i, j)));
            }
        }
        if d.voters.is_some() {
            all.extend((0..ROUNDS).map(|round| (d.opened_day + (last - d.opened_day) * (round as i64 + 1) / ROUNDS as i64, Event::Vote(i, round))));
        }
        if let (Some(day), None) = (d.closed_day, &d.import) {
            all.push((day, Event::Close(i)));
        }
    }
    for (i, r) in file.recommendation.iter().enumerate() {
        all.push((r.day, Event::Recommend(i)));
        all.extend(r.version.iter().enumerate().map(|(j, v)| (v.day, Event::Rewrite(i, j))));
        for (j, g) in r.suggestion.iter().enumerate() {
            all.push((g.day, Event::Suggest(i, j)));
            all.extend(g.settled_day.map(|day| (day, Event::Settle(i, j))));
        }
        all.extend(r.stance.iter().enumerate().map(|(j, s)| (s.day, Event::Stance(i, j))));
        // What is sent on the same day is one submission.
        let first = file.recommendation.iter().position(|other| other.submitted_day == r.submitted_day);
        all.extend(r.submitted_day.filter(|_| first == Some(i)).map(|day| (day, Event::Submit(i))));
        all.extend(r.answer.as_ref().map(|a| (a.day, Event::Answer(i))));
    }
    for (i, c) in file.commitment.iter().enumerate() {
        all.push((c.day, Event::Commit(i)));
        all.extend(c.progress.iter().enumerate().map(|(j, p)| (p.day, Event::Report(i, j))));
        all.extend(c.milestone.iter().enumerate().map(|(j, _)| (c.day + 1, Event::Step(i, j))));
        all.extend(c.milestone.iter().enumerate().filter_map(|(j, m)| Some((m.reached_day?, Event::Reach(i, j)))));
    }
    all.extend(file.file.iter().enumerate().map(|(i, f)| (f.day, Event::File(i))));
    for (i, m) in file.meeting.iter().enumerate() {
        all.push((m.planned_day, Event::Plan(i)));
        all.extend((m.day < 0).then_some((m.day + 1, Event::Hold(i))));
        all.extend(m.approved_day.map(|day| (day, Event::Approve(i))));
    }
    for (i, g) in file.group.iter().enumerate() {
        all.push((g.day, Event::Group(i)));
        all.extend(g.meeting.iter().enumerate().map(|(j, m)| (m.planned_day, Event::GroupMeets(i, j))));
    }
    all.extend(idea_fill::events(file).into_iter().map(|(day, event)| (day, Event::Idea(event))));
    all.extend(programme_fill::events(file).into_iter().map(|(day, event)| (day, Event::Programme(event))));
    all.extend(seat_fill::events(file).into_iter().map(|(day, event)| (day, Event::Seats(event))));
    all.extend(daily_fill::events(file).into_iter().map(|(day, event)| (day, Event::Daily(event))));
    all.extend(association_fill::events(file).into_iter().map(|(day, event)| (day, Event::Association(event))));
    all.extend(till_fill::events(file).into_iter().map(|(day, event)| (day, Event::Till(event))));
    all.extend(handover_fill::events(file).into_iter().map(|(day, event)| (day, Event::Handover(event))));
    all.extend(reciprocity_fill::events(file).into_iter().map(|(day, event)| (day, Event::Reciprocity(event))));
    let last = Stage::of(&file.stage).ok_or_else(|| internal(format!("unknown stage '{}'", file.stage)))?;
    all.extend(moves(file, last));
    all.sort();
    Ok(all)
}

/// The day each step begins: when the first thing that belongs to it happens.
fn moves(file: &SpaceFile, last: Stage) -> Vec<(i64, Event)> {
    let mut day = file.mandate.first().map_or(file.created_day, |m| m.day) + 1;
    let begins = |stage: Stage| match stage {
        Stage::Dialogue => file.dialogue.first().map(|d| d.opened_day),
        Stage::Decision => file.dialogue.iter().filter_map(|d| d.closed_day).max(),
        Stage::Deeds => file.recommendation.iter().filter_map(|r| r.answer.as_ref().map(|a| a.day)).max(),
        Stage::Learning => file.commitment.iter().flat_map(|c| c.progress.iter().map(|p| p.day)).max(),
        Stage::Frame | Stage::Team => None,
    };
    let mut out = vec![];
    for stage in Stage::ALL.into_iter().filter(|s| *s > Stage::Frame && *s <= last) {
        day = begins(stage).unwrap_or(day).max(day).min(-1);
        out.push((day, Event::Move(stage)));
    }
    out
}

struct Filling<'a> {
    cast: &'a Cast,
    file: &'a SpaceFile,
    space: Uuid,
    mandates: Vec<Uuid>,
    dialogues: Vec<Uuid>,
    recommendations: Vec<Uuid>,
    suggestions: Vec<Vec<Uuid>>,
    commitments: Vec<Uuid>,
    milestones: Vec<Vec<Uuid>>,
    made: Made,
    meetings: Vec<Meeting>,
    groups: Vec<Uuid>,
    ideas: Vec<Uuid>,
    house: House,
    members: Members,
    book: Book,
    board: Board,
    sides: Sides,
}

/// Makes a space and everything that happened in it.
pub(super) async fn fill(cast: &Cast, file: &SpaceFile) -> Result<()> {
    let mut filling = Filling {
        cast,
        file,
        space: Uuid::nil(),
        mandates: vec![],
        dialogues: vec![],
        recommendations: vec![],
        suggestions: vec![],
        commitments: vec![],
        milestones: vec![vec![]; file.commitment.len()],
        made: Made::default(),
        meetings: vec![],
        groups: vec![],
        ideas: vec![],
        house: House::default(),
        members: Members::default(),
        book: Book::default(),
        board: Board::default(),
        sides: Sides::default(),
    };
    let (mut day, mut minute) = (i64::MIN, 0);
    for (next, event) in events(file)? {
        minute = if next == day { minute + 1 } else { 0 };
        day = next;
        cast.app.clock.set(cast.start + Duration::days(day) + Duration::minutes(minute * 2));
        filling.happen(event).await.map_err(|e| internal(format!("{}, day {day}, {event:?}: {e}", file.slug)))?;
    }
    Ok(())
}

impl Filling<'_> {
    async fn begin<'a>(&'a self, visitor: &Visitor, def: &'static samskab_platform::access::ActDef) -> Result<Act<'a>> {
        Act::begin(&self.cast.app, visitor, self.space, def).await
    }

    /// Who runs the space: its facilitator, or else whoever made it.
    async fn runner(&self) -> Result<Visitor> {
        let key = self.file.role.iter().find(|r| r.role == "facilitator").map_or(self.file.created_by.as_str(), |r| r.person.as_str());
        self.cast.visitor(key).await
    }

    /// Makes an event happen. Each kind is a future of its own on the heap: in one function for all of them, the unoptimised
    /// program would set aside the stack of every kind at once.
    fn happen(&mut self, event: Event) -> BoxFuture<'_, Result<()>> {
        let (cast, file) = (self.cast, self.file);
        match event {
            Event::Create => self.create().boxed(),
            Event::Run => self.join(|role| matches!(role, Role::Secretary | Role::Facilitator)).boxed(),
            // Who does something and who helps comes with the first promise; a house has its contact in the municipality from the start.
            Event::Join => async move {
                let later = if file.association.is_some() { Role::Doer } else { Role::Counterpart };
                self.join(|role| !matches!(role, Role::Secretary | Role::Facilitator | Role::Doer) && role != later).await
            }
            .boxed(),
            Event::Mandate(i) => self.mandate(&file.mandate[i], i as i64 + 1).boxed(),
            Event::Read(i) => async move {
                let read = &file.acknowledgement[i];
                let mut act = self.begin(&cast.visitor(&read.person).await?, &samskab_frame::acts::ACKNOWLEDGE).await?;
                let mandate = self.mandates.get(read.version as usize - 1).copied().ok_or_else(|| internal(format!("no mandate {}", read.version)))?;
                samskab_frame::acts::has_read(&mut act, read.version, mandate).await?;
                act.commit().await
            }
            .boxed(),
            Event::Invite(i) => async move {
                let invitation = &file.invitation[i];
                let role = Role::of(&invitation.role).ok_or_else(|| internal(format!("unknown role '{}'", invitation.role)))?;
                let mut act = self.begin(&cast.visitor(&invitation.by).await?, &samskab_team::acts::INVITE).await?;
                samskab_team::acts::invite(&mut act, &invitation.name, &invitation.email, role).await?;
                act.commit().await
            }
            .boxed(),
            Event::Move(stage) => async move {
                let mut act = self.begin(&self.runner().await?, &MOVE).await?;
                space_acts::move_to(&mut act, stage).await?;
                act.commit().await
            }
            .boxed(),
            Event::Programme(event) => programme_fill::happen(cast, file, self.space, &mut self.house, event).boxed(),
            Event::Open(i) => self.open(&file.dialogue[i]).boxed(),
            Event::Propose(i, j) => self.propose(i, j).boxed(),
            Event::Vote(i, round) => self.votes(i, round).boxed(),
            Event::Close(i) => async move {
                let mut act = self.begin(&cast.visitor(&file.dialogue[i].opened_by).await?, &dialogue::CLOSE).await?;
                dialogue::set_open(&mut act, self.dialogues[i], false).await?;
                act.commit().await
            }
            .boxed(),
            Event::Recommend(i) => async move {
                let r = &file.recommendation[i];
                let mut act = self.begin(&cast.visitor(&r.by).await?, &recommendations::WRITE).await?;
                let texts = Texts { title: r.title.clone(), text: r.text.clone(), reason: r.reason.clone() };
                let id = recommendations::write(&mut act, None, &texts, "").await?;
                if let Some(key) = &r.idea {
                    let (idea, title) = idea_fill::of_key(file, &self.ideas, key)?;
                    let href = format!("/forloeb/{}/ideer/{idea}", file.slug);
                    drafting::build_on(&mut act, id, "idea", idea, &title, &href).await?;
                }
                act.commit().await?;
                put(&mut self.recommendations, i, id);
                self.suggestions.resize(file.recommendation.len(), vec![]);
                Ok(())
            }
            .boxed(),
            Event::Rewrite(i, j) => async move {
                let (r, v) = (&file.recommendation[i], &file.recommendation[i].version[j]);
                let texts = Texts { title: r.title.clone(), text: v.text.clone(), reason: v.reason.clone().unwrap_or_else(|| r.reason.clone()) };
                let mut act = self.begin(&cast.visitor(&v.by).await?, &recommendations::WRITE).await?;
                recommendations::write(&mut act, Some(self.recommendations[i]), &texts, &v.note).await?;
                act.commit().await
            }
            .boxed(),
            Event::Suggest(i, j) => async move {
                let (r, g) = (&file.recommendation[i], &file.recommendation[i].suggestion[j]);
                let texts = Texts { title: r.title.clone(), text: g.text.clone(), reason: g.reason.clone().unwrap_or_else(|| r.reason.clone()) };
                let mut act = self.begin(&cast.visitor(&g.by).await?, &recommendations::SUGGEST).await?;
                let id = drafting::suggest(&mut act, self.recommendations[i], i64::MAX, &texts, &g.note).await?;
                act.commit().await?;
                self.suggestions[i].push(id);
                Ok(())
            }
            .boxed(),
            Event::Settle(i, j) => self.settle(i, j).boxed(),
            Event::Stance(i, j) => async move {
                let s = &file.recommendation[i].stance[j];
                let stance = Stance::of(&s.stance).ok_or_else(|| internal(format!("unknown stance '{}'", s.stance)))?;
                let mut act = self.begin(&cast.visitor(&s.by).await?, &recommendations::STANCE).await?;
                drafting::take_stance(&mut act, self.recommendations[i], stance, &s.statement).await?;
                act.commit().await
            }
            .boxed(),
            Event::Submit(i) => async move {
                let day = file.recommendation[i].submitted_day;
                let together: Vec<Uuid> =
                    file.recommendation.iter().zip(&self.recommendations).filter(|(r, _)| r.submitted_day == day).map(|(_, id)| *id).collect();
                let mut act = self.begin(&self.runner().await?, &recommendations::SUBMIT).await?;
                handing::submit(&mut act, &together).await?;
                act.commit().await
            }
            .boxed(),
            Event::Answer(i) => async move {
                let Some(answer) = &file.recommendation[i].answer else { return Ok(()) };
                let outcome = Outcome::of(&answer.outcome).ok_or_else(|| internal(format!("unknown outcome '{}'", answer.outcome)))?;
                let mut act = self.begin(&cast.visitor(&answer.by).await?, &recommendations::ANSWER).await?;
                let given = Answer { outcome, reason: answer.reason.clone(), meeting: answer.meeting.clone() };
                recommendations::answer(&mut act, self.recommendations[i], &given).await?;
                act.commit().await
            }
            .boxed(),
            Event::Commit(i) => self.commitment(i).boxed(),
            Event::File(i) => async move {
                let entry = &file.file[i];
                let bytes = data::bytes(&format!("files/{}", entry.name))?;
                let sent = samskab_files::acts::Sent { name: &entry.name, bytes, title: &entry.title, alt: &entry.alt, cover: entry.cover };
                samskab_files::acts::put(&cast.app, &cast.visitor(&entry.by).await?, self.space, sent).await.map(|_| ())
            }
            .boxed(),
            Event::Idea(event) => async move {
                let runner = self.runner().await?;
                idea_fill::happen(cast, file, self.space, &mut self.ideas, &runner, event).await
            }
            .boxed(),
            Event::Seats(event) => seat_fill::happen(cast, file, self.space, &mut self.made, event).boxed(),
            Event::Daily(event) => daily_fill::happen(cast, file, self.space, &self.members, event).boxed(),
            Event::Association(event) => association_fill::happen(cast, file, self.space, &mut self.members, event).boxed(),
            Event::Till(event) => till_fill::happen(cast, file, self.space, &mut self.book, event).boxed(),
            Event::Handover(event) => handover_fill::happen(cast, file, self.space, &mut self.board, event).boxed(),
            Event::Reciprocity(event) => reciprocity_fill::happen(cast, file, self.space, &mut self.sides, event).boxed(),
            Event::Plan(i) => async move {
                let meeting = meeting_fill::plan(cast, self.space, &file.meeting[i]).await?;
                self.meetings.resize(file.meeting.len(), Meeting::default());
                self.meetings[i] = meeting;
                Ok(())
            }
            .boxed(),
            Event::Hold(i) => meeting_fill::hold(cast, self.space, &file.meeting[i], &self.meetings[i]).boxed(),
            Event::Approve(i) => meeting_fill::approve(cast, self.space, &file.meeting[i], &self.meetings[i]).boxed(),
            Event::Group(i) => self.group(i).boxed(),
            Event::GroupMeets(i, j) => async move { meeting_fill::plan(cast, self.groups[i], &file.group[i].meeting[j]).await.map(|_| ()) }.boxed(),
            Event::Step(i, j) => self.step(i, j).boxed(),
            Event::Reach(i, j) => self.reach(i, j).boxed(),
            Event::Report(i, j) => async move {
                let p = &file.commitment[i].progress[j];
                let status = Status::of(&p.status).ok_or_else(|| internal(format!("unknown status '{}'", p.status)))?;
                let mut act = self.begin(&cast.visitor(&p.by).await?, &REPORT).await?;
                commitments::report(&mut act, self.commitments[i], status, &p.text, &p.waiting_for, p.hours, p.money_kr.map(|kr| kr * 100)).await?;
                act.commit().await
            }
            .boxed(),
        }
    }

    /// A working group is made, and its participants say yes to an invitation.
    async fn group(&mut self, i: usize) -> Result<()> {
        let (cast, g) = (self.cast, &self.file.group[i]);
        let recipe = cast.app.recipe("working_group").ok_or_else(|| internal("no recipe 'working_group'".to_owned()))?;
        let mut act = self.begin(&cast.visitor(&g.by).await?, &GROUP).await?;
        let leader = Some(cast.person(&g.leader)?);
        let new = NewGroup { recipe: &recipe, title: &g.title, task: &g.task, leader, visibility: act.space().visibility };
        let (id, _) = space_acts::make_group(&mut act, &new).await?;
        act.commit().await?;
        for member in &g.member {
            let mut act = Act::begin_by_token(&cast.app, id, &samskab_team::acts::ACCEPT).await?;
            let (person, at) = (cast.person(member)?, act.at());
            act.acts_as(person);
            space::give_role(act.sql(), id, person, Role::Member, at).await?;
            act.record("person", person, serde_json::json!({ "role": Role::Member.key() })).await?;
            act.commit().await?;
        }
        self.groups.push(id);
        Ok(())
    }

    /// A suggestion is taken in by whoever answered it, or declined with their reason.
    async fn settle(&self, i: usize, j: usize) -> Result<()> {
        let (about, g) = (self.recommendations[i], &self.file.recommendation[i].suggestion[j]);
        let by = self.cast.visitor(g.settled_by.as_deref().unwrap_or(&self.file.created_by)).await?;
        let mut act = self.begin(&by, if g.declined.is_empty() { &recommendations::ACCEPT } else { &recommendations::DECLINE }).await?;
        match g.declined.as_str() {
            "" => drafting::accept(&mut act, about, self.suggestions[i][j]).await?,
            reason => drafting::decline(&mut act, about, self.suggestions[i][j], reason).await?,
        }
        act.commit().await
    }

    async fn create(&mut self) -> Result<()> {
        let (cast, file) = (self.cast, self.file);
        let root = cast.app.municipality_space().await?.id;
        let recipe = cast.app.recipe(&file.recipe).ok_or_else(|| internal(format!("no recipe '{}'", file.recipe)))?;
        let visibility = Visibility::of(&file.visibility).ok_or_else(|| internal(format!("unknown visibility '{}'", file.visibility)))?;
        let area = file.area.as_ref().map(|key| cast.area(key)).transpose()?;
        let mut act = Act::begin(&cast.app, &cast.visitor(&file.created_by).await?, root, &CREATE).await?;
        let slug = space_acts::create(
            &mut act,
            &Beginning { recipe: &recipe, title: &file.title, summary: &file.summary, area, visibility, assurance: Assurance::Low },
        )
        .await?;
        if slug != file.slug {
            return Err(internal(format!("'{}' is called {slug}, not {}", file.title, file.slug)));
        }
        self.space = space::by_slug(act.sql(), &slug).await?.id;
        act.commit().await
    }

    /// People take their roles, as if they had said yes to an invitation.
    async fn join(&self, which: impl Fn(Role) -> bool) -> Result<()> {
        for entry in &self.file.role {
            let role = Role::of(&entry.role).ok_or_else(|| internal(format!("unknown role '{}'", entry.role)))?;
            let person = self.cast.person(&entry.person)?;
            if !which(role) || (role == Role::Secretary && entry.person == self.file.created_by) {
                continue;
            }
            let mut act = Act::begin_by_token(&self.cast.app, self.space, &samskab_team::acts::ACCEPT).await?;
            act.acts_as(person);
            let at = act.at();
            space::give_role(act.sql(), self.space, person, role, at).await?;
            if entry.person == self.file.created_by {
                // Who makes a space is its secretary at first; here they only facilitate.
                space::take_role(act.sql(), self.space, person, Role::Secretary).await?;
            }
            act.record("person", person, serde_json::json!({ "role": role.key() })).await?;
            act.commit().await?;
        }
        Ok(())
    }

    async fn mandate(&mut self, m: &MandateEntry, version: i64) -> Result<()> {
        let date = |day: i64| plus_days(self.cast.today, day);
        let author = self.cast.visitor(&m.by).await?;
        // A space made by its facilitator has its frame written by its secretary.
        let secretary = self.file.role.iter().find(|r| r.role == "secretary").map_or(m.by.as_str(), |r| r.person.as_str());
        let may = self.file.role.iter().any(|r| r.person == m.by && r.role == "secretary");
        let author = if may { author } else { self.cast.visitor(secretary).await? };
        let mut act = self.begin(&author, &samskab_frame::acts::WRITE).await?;
        let mandate = Mandate {
            id: act.new_id(),
            version,
            one_sentence: m.one_sentence.clone(),
            background: m.background.clone(),
            task: m.task.clone(),
            fixed: m.fixed.clone(),
            open: m.open.clone(),
            deliverable: m.deliverable.clone(),
            composition: m.composition.clone(),
            timetable: m.timetable.clone(),
            hours: m.hours,
            money_ore: m.money_kr.map(|kr| kr * 100),
            rooms: m.rooms.clone(),
            staff: m.staff.clone(),
            answer_by: m.answer_by_day.map(date),
            legal_basis: m.legal_basis.clone(),
            standing_committee: m.standing_committee.clone(),
            change_note: m.change_note.clone(),
            author: String::new(),
            written_at: act.at(),
        };
        samskab_frame::acts::save(&mut act, &mandate).await?;
        act.commit().await?;
        self.mandates.push(mandate.id);
        Ok(())
    }

    async fn open(&mut self, d: &DialogueEntry) -> Result<()> {
        let opener = self.cast.visitor(&d.opened_by).await?;
        let language = d.language.as_deref().unwrap_or("da");
        let seeds: Vec<String> = d.statement.iter().filter(|s| s.by.is_none() && s.state == "accepted").map(|s| s.text.clone()).collect();
        let new = New { question: &d.question, description: &d.description, language, attribution: &d.attribution, seeds: &seeds };
        let id = match &d.import {
            Some(name) => {
                let votes = data::text(&format!("conversations/{name}/votes.csv"))?;
                let comments = data::text(&format!("conversations/{name}/comments.csv"))?;
                let conversation = samskab_dialogue::read_export(&votes, Some(&comments)).map_err(|e| internal(e.to_string()))?;
                let mut act = self.begin(&opener, &dialogue::IMPORT).await?;
                let id = dialogue::import(&mut act, &new, &conversation).await?;
                act.commit().await?;
                id
            }
            None => {
                let mut act = self.begin(&opener, &dialogue::WRITE).await?;
                let id = dialogue::write(&mut act, &new).await?;
                act.commit().await?;
                let mut act = self.begin(&opener, &dialogue::OPEN).await?;
                dialogue::set_open(&mut act, id, true).await?;
                act.commit().await?;
                id
            }
        };
        self.dialogues.push(id);
        Ok(())
    }

    async fn propose(&self, i: usize, j: usize) -> Result<()> {
        let (d, s, id) = (&self.file.dialogue[i], &self.file.dialogue[i].statement[j], self.dialogues[i]);
        let Some(by) = &s.by else { return Ok(()) };
        let mut act = self.begin(&self.cast.visitor(by).await?, &dialogue::STATE).await?;
        let proposed = dialogue::propose(&mut act, id, &Voter::Person(self.cast.person(by)?), None, &s.text).await?;
        act.commit().await?;
        let Proposed::Waiting(statement) = proposed else { return Err(internal(format!("'{}' stands there twice", s.text))) };
        if s.state == "waiting" {
            return Ok(());
        }
        let accept = s.state == "accepted";
        let mut act = self.begin(&self.cast.visitor(&d.opened_by).await?, if accept { &dialogue::ACCEPT } else { &dialogue::REJECT }).await?;
        dialogue::judge(&mut act, id, statement, accept, &s.reason).await?;
        act.commit().await
    }

    /// One round of votes by people without an account, each of one of the planted groups.
    async fn votes(&self, i: usize, round: usize) -> Result<()> {
        let (d, id) = (&self.file.dialogue[i], self.dialogues[i]);
        let Some(voters) = &d.voters else { return Ok(()) };
        let clock = &self.cast.app.clock;
        let mut act = self.begin(&Visitor::program(), &dialogue::VOTE).await?;
        let there = samskab_dialogue::accepted_statements(act.sql(), id).await?;
        for _ in (round..voters.number).step_by(ROUNDS) {
            let (voter, group) = (Voter::Token(clock.token()), planted(voters, clock.chance()));
            for (statement, text) in &there {
                let Some(entry) = d.statement.iter().find(|s| s.text == *text) else { continue };
                let (seen, chance) = (clock.chance(), clock.chance());
                if seen >= voters.fill {
                    continue;
                }
                let agree = entry.agree.get(group).copied().unwrap_or(0.5);
                let answer = match chance {
                    c if c < entry.pass => samskab_dialogue::Answer::Pass,
                    c if c < entry.pass + agree => samskab_dialogue::Answer::Agree,
                    _ => samskab_dialogue::Answer::Disagree,
                };
                dialogue::vote(&mut act, id, &voter, None, *statement, answer).await?;
            }
        }
        act.commit().await
    }

    async fn commitment(&mut self, i: usize) -> Result<()> {
        let c: &CommitmentEntry = &self.file.commitment[i];
        let idea = c.idea.as_ref().map(|key| idea_fill::of_key(self.file, &self.ideas, key)).transpose()?;
        let recommendation = c.recommendation.and_then(|n| Some((*self.recommendations.get(n - 1)?, self.file.recommendation.get(n - 1)?.title.clone())));
        let source =
            idea.map(|(id, title)| ("idea".to_owned(), id, title)).or_else(|| recommendation.map(|(id, title)| ("recommendation".to_owned(), id, title)));
        let mut act = self.begin(&self.cast.visitor(&c.by).await?, &MAKE).await?;
        let new = commitments::New {
            source,
            what: c.what.clone(),
            doer: self.cast.person(&c.doer)?,
            organisation: c.doer_organisation.as_ref().map(|key| self.cast.organisation(key)).transpose()?,
            counterpart: self.cast.person(&c.counterpart)?,
            due_on: plus_days(self.cast.today, c.due_day),
            hours: c.hours,
            money_ore: c.money_kr.map(|kr| kr * 100),
            rooms: c.rooms.clone(),
            staff: c.staff.clone(),
        };
        let id = commitments::make(&mut act, new).await?;
        act.commit().await?;
        put(&mut self.commitments, i, id);
        Ok(())
    }

    async fn step(&mut self, i: usize, j: usize) -> Result<()> {
        let c: &CommitmentEntry = &self.file.commitment[i];
        let m: &MilestoneEntry = &c.milestone[j];
        let mut act = self.begin(&self.cast.visitor(&c.doer).await?, &PLAN).await?;
        let promised = commitment::one(act.sql(), self.space, self.commitments[i]).await?;
        let id = milestones::plan(&mut act, &promised, &m.what, plus_days(self.cast.today, m.due_day)).await?;
        act.commit().await?;
        self.milestones[i].push(id);
        Ok(())
    }

    async fn reach(&self, i: usize, j: usize) -> Result<()> {
        let mut act = self.begin(&self.cast.visitor(&self.file.commitment[i].doer).await?, &PLAN).await?;
        let promised = commitment::one(act.sql(), self.space, self.commitments[i]).await?;
        let on = self.cast.app.clock.today();
        milestones::set(&mut act, &promised, self.milestones[i][j], Change::Reached(on)).await?;
        act.commit().await
    }
}

/// The planted group of a random number in [0, 1).
fn planted(voters: &Voters, chance: f64) -> usize {
    let mut sum = 0.0;
    voters
        .weights
        .iter()
        .position(|w| {
            sum += w;
            chance < sum
        })
        .unwrap_or(voters.weights.len().saturating_sub(1))
}
