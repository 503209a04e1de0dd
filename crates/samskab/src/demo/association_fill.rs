//! The association of the demonstration's house: members, dues, certificates, papers and general meetings, by the acts a person would do.

use chrono::{Datelike, Duration, NaiveDate};
use samskab_association::meetings::{self, Count, Motion, Plan};
use samskab_association::papers::{self, Version};
use samskab_association::{Majority, PAID, Post, Tally, WAYS, acts, members};
use samskab_platform::access::Role;
use samskab_platform::clock::plus_days;
use samskab_platform::person::Details;
use samskab_platform::{Act, Result, Visitor, args};
use uuid::Uuid;

use super::data::SpaceFile;
use super::fill::{Cast, internal, put};
use super::house_data::{AssemblyEntry, AssociationEntry, ElectionEntry, HeldEntry};

/// Something that happens in the association; the order is that of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum AssociationEvent {
    Begin,
    Paper(usize),
    Yes(usize, bool),
    Dues,
    Pay(usize),
    Call(usize),
    Hold(usize),
    Ask,
}

/// What happens in it, with the day.
pub(super) fn events(file: &SpaceFile) -> Vec<(i64, AssociationEvent)> {
    let Some(a) = &file.association else { return vec![] };
    let mut all = vec![(a.day, AssociationEvent::Begin), (a.dues.day, AssociationEvent::Dues)];
    for (i, p) in a.paper.iter().enumerate() {
        all.push((p.day, AssociationEvent::Paper(i)));
        all.extend(p.association_day.map(|day| (day, AssociationEvent::Yes(i, true))));
        all.extend(p.municipality_day.map(|day| (day, AssociationEvent::Yes(i, false))));
    }
    all.extend(a.dues.paid_day.iter().enumerate().map(|(i, day)| (*day, AssociationEvent::Pay(i))));
    for (i, m) in a.meeting.iter().enumerate() {
        all.push((m.called_day, AssociationEvent::Call(i)));
        // Written down the day after.
        all.extend(m.held.as_ref().map(|_| (m.day + 1, AssociationEvent::Hold(i))));
    }
    all.extend(a.asks.as_ref().map(|(_, day)| (*day, AssociationEvent::Ask)));
    all
}

/// What later events need to know.
#[derive(Default)]
pub(super) struct Members {
    season: Uuid,
    meetings: Vec<Uuid>,
    /// Those the board has written in, by name or key.
    people: Vec<(String, Uuid)>,
}

impl Members {
    /// The person of a member, where they are one.
    pub(super) fn named(&self, name: &str) -> Option<Uuid> {
        self.people.iter().find(|(n, _)| n == name).map(|(_, id)| *id)
    }
}

/// Does it.
pub(super) async fn happen(cast: &Cast, file: &SpaceFile, space: Uuid, made: &mut Members, event: AssociationEvent) -> Result<()> {
    let Some(a) = &file.association else { return Ok(()) };
    let chair = cast.visitor(&a.chair).await?;
    match event {
        AssociationEvent::Begin => {
            enter(cast, a, cast.begin(&chair, space, &acts::ENTER).await?, made).await?;
            let secretary = file.role.iter().find(|r| r.role == Role::Secretary.key()).ok_or_else(|| internal("the house has no secretary".to_owned()))?;
            let mut act = cast.begin(&cast.visitor(&secretary.person).await?, space, &acts::NAME).await?;
            papers::name(&mut act, cast.person(&a.counterpart)?).await?;
            act.commit().await?;
            let mut act = cast.begin(&chair, space, &acts::CERTIFY).await?;
            let today = act.today();
            for key in &a.with_children {
                let person = cast.person(key)?;
                papers::needs(&mut act, person, true).await?;
                if a.certificate.contains(key) {
                    papers::seen(&mut act, person, today).await?;
                }
            }
            act.commit().await
        }
        AssociationEvent::Paper(i) => {
            let p = &a.paper[i];
            let mut act = cast.begin(&cast.visitor(&p.by).await?, space, &acts::DRAFT).await?;
            let review_on = p.review_day.map(|day| plus_days(cast.today, day));
            let new = Version { text: p.text.clone(), change_note: p.change_note.clone(), notice: p.notice.clone(), notice_on: None, review_on };
            papers::write(&mut act, &p.kind, &new).await?;
            act.commit().await
        }
        AssociationEvent::Yes(i, association) => {
            let who = if association { chair } else { cast.visitor(&a.counterpart).await? };
            let mut act = cast.begin(&who, space, &acts::ACKNOWLEDGE).await?;
            papers::acknowledge(&mut act, &a.paper[i].kind, association).await?;
            act.commit().await
        }
        AssociationEvent::Dues => {
            let mut act = cast.begin(&chair, space, &acts::SEASON).await?;
            let name = a.dues.name.replace("{year}", &act.today().year().to_string());
            made.season = members::season(&mut act, &name, a.dues.kroner * 100, plus_days(cast.today, a.dues.due_day)).await?;
            act.commit().await
        }
        AssociationEvent::Pay(round) => {
            let mut act = cast.begin(&chair, space, &acts::PAY).await?;
            let (today, rounds) = (act.today(), a.dues.paid_day.len());
            for (i, (_, person)) in made.people.iter().filter(|(name, _)| !a.dues.unpaid.contains(name)).enumerate() {
                if i % rounds == round {
                    members::pay(&mut act, made.season, *person, today, PAID[i / rounds % PAID.len()]).await?;
                }
            }
            act.commit().await
        }
        AssociationEvent::Call(i) => {
            let m = &a.meeting[i];
            let plan = Plan {
                extraordinary: false,
                held_on: plus_days(cast.today, m.day),
                at_time: m.time.clone(),
                place: m.place.clone(),
                agenda: m.agenda.join("\n"),
            };
            let mut act = cast.begin(&chair, space, &acts::PLAN).await?;
            let id = meetings::plan(&mut act, None, &plan).await?;
            act.commit().await?;
            put(&mut made.meetings, i, id);
            let mut act = cast.begin(&chair, space, &acts::CALL).await?;
            meetings::call(&mut act, id).await?;
            act.commit().await
        }
        AssociationEvent::Hold(i) => hold(cast, space, &chair, made, &a.meeting[i], made.meetings[i]).await,
        AssociationEvent::Ask => {
            let Some((key, _)) = &a.asks else { return Ok(()) };
            let mut act = cast.begin(&cast.visitor(key).await?, space, &acts::ASK).await?;
            members::ask(&mut act).await?;
            act.commit().await
        }
    }
}

async fn enter(cast: &Cast, a: &AssociationEntry, mut act: Act<'_>, made: &mut Members) -> Result<()> {
    for key in &a.member {
        let person = cast.person(key)?;
        members::enter_known(&mut act, person).await?;
        made.people.push((key.clone(), person));
    }
    for (n, name) in (1..).zip(&a.on_paper) {
        let who = Details { name: name.clone(), address: Some(a.street.replacen("{n}", &n.to_string(), 1)), ..Details::default() };
        let member = members::enter(&mut act, &who).await?;
        let (person,): (Uuid,) = act.sql().one(&super::MEMBER, args![member]).await?;
        made.people.push((name.clone(), person));
    }
    act.commit().await
}

async fn hold(cast: &Cast, space: Uuid, chair: &Visitor, made: &Members, m: &AssemblyEntry, id: Uuid) -> Result<()> {
    let Some(h) = &m.held else { return Ok(()) };
    let mut act = cast.begin(chair, space, &acts::COUNT).await?;
    meetings::attend(&mut act, id, h.voters, h.guests, &h.chaired_by).await?;
    act.commit().await?;
    for e in &h.election {
        // One after another, so that they stand in the order of the agenda.
        cast.app.clock.set(cast.app.clock.now() + Duration::seconds(20));
        let mut act = cast.begin(chair, space, &acts::COUNT).await?;
        elect(&mut act, made, h, e, id, plus_days(cast.today, m.day)).await?;
        act.commit().await?;
    }
    let mut act = cast.begin(chair, space, &acts::COUNT).await?;
    for r in &h.resolution {
        let ((ayes, noes, blank), majority) = (r.votes, Majority::Simple);
        let motion =
            Motion { title: r.title.clone(), text: String::new(), majority, way: WAYS[0].to_owned(), ayes, noes, blank, counted_by: h.chaired_by.clone() };
        meetings::resolve(&mut act, id, &motion).await?;
    }
    act.commit().await?;
    let mut act = cast.begin(chair, space, &acts::CLOSE).await?;
    meetings::close(&mut act, id).await?;
    act.commit().await?;
    let mut act = cast.begin(chair, space, &acts::MINUTES).await?;
    meetings::write_minutes(&mut act, id, &h.minutes).await?;
    act.commit().await?;
    let mut act = cast.begin(chair, space, &acts::APPROVE).await?;
    meetings::approve(&mut act, id).await?;
    act.commit().await
}

async fn elect(act: &mut Act<'_>, made: &Members, h: &HeldEntry, e: &ElectionEntry, meeting: Uuid, on: NaiveDate) -> Result<()> {
    let post = Post::of(&e.post).ok_or_else(|| internal(format!("unknown post '{}'", e.post)))?;
    // To the end of the last year, as the bylaws say.
    let until = NaiveDate::from_ymd_opt(on.year() + e.years, 12, 31).unwrap_or(on);
    let seats = e.seats.unwrap_or(i64::try_from(e.candidates.len()).unwrap_or(1));
    let id = meetings::begin_election(act, meeting, post, seats, until).await?;
    for name in &e.candidates {
        let person = made.named(name).ok_or_else(|| internal(format!("'{name}' is no member")))?;
        meetings::stand(act, id, person).await?;
    }
    if e.votes.is_empty() {
        return meetings::unopposed(act, id).await;
    }
    let tally = Tally { seats: 0, ballots: h.voters, blank: 0, invalid: 0, votes: e.votes.clone() };
    let count = Count { way: WAYS[1].to_owned(), tally, counted_by: h.chaired_by.clone() };
    meetings::count(act, id, &count).await.map(|_| ())
}
