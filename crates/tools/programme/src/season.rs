//! The season's plan: which wish gets which room when, and why. The same wishes always give the same plan.
//!
//! Wishes are placed one after another: those that fewest rooms are right for come first, and of those with equally many the one
//! that was handed in first. Each gets its first choice where a room is free that is large enough, and the smallest such room, so
//! that large rooms stay free for those who need them; else its second; else nothing. What the board has settled by hand stands
//! before all others.

/// A weekly time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// 1 is Monday.
    pub weekday: i64,
    /// Minutes after midnight.
    pub from: i64,
    /// How long.
    pub minutes: i64,
}

impl Slot {
    fn meets(&self, other: &Slot) -> bool {
        self.weekday == other.weekday && self.from < other.from + other.minutes && other.from < self.from + self.minutes
    }
}

/// A room that can be given; `R` is what names it.
#[derive(Debug, Clone)]
pub struct Room<R> {
    /// Its name for the program.
    pub id: R,
    /// How many it holds; missing: nobody has said, so it is right for any.
    pub seats: Option<i64>,
}

/// Something that stands already: a room, a time, and what it is called.
#[derive(Debug, Clone)]
pub struct Standing<R> {
    /// The room or thing.
    pub room: R,
    /// When.
    pub slot: Slot,
    /// What is there.
    pub title: String,
}

/// What a group wishes.
#[derive(Debug, Clone)]
pub struct Wish<R> {
    /// What it is called.
    pub title: String,
    /// How many there must be room for.
    pub seats: Option<i64>,
    /// What it needs beside a room.
    pub equipment: Vec<R>,
    /// The first choice and, where there is one, the second.
    pub choices: Vec<Slot>,
    /// What the board has settled: room and time.
    pub settled: Option<(R, Slot)>,
}

/// Why a wish got what it got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The board settled it.
    Settled,
    /// Its first choice was free.
    First,
    /// Its first choice was taken by these.
    Second(Vec<String>),
    /// No room is large enough.
    TooLarge,
    /// All choices were taken, by these.
    Taken(Vec<String>),
}

/// What a wish got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placing<R> {
    /// The room and the time; nothing: it got none.
    pub place: Option<(R, Slot)>,
    /// Why.
    pub why: Why,
}

/// Places the wishes, given in the order they were handed in; a placing for each.
pub fn propose<R: Copy + PartialEq>(wishes: &[Wish<R>], rooms: &[Room<R>], standing: &[Standing<R>]) -> Vec<Placing<R>> {
    let mut rooms: Vec<&Room<R>> = rooms.iter().collect();
    // The smallest first; of those nobody has counted, last. The order they came in decides between equals.
    rooms.sort_by_key(|r| r.seats.unwrap_or(i64::MAX));
    let fits = |w: &Wish<R>| rooms.iter().filter(|r| holds(r, w)).copied().collect::<Vec<_>>();
    let mut taken: Vec<Standing<R>> = standing.to_vec();
    let mut out: Vec<Option<Placing<R>>> = wishes.iter().map(|_| None).collect();
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by_key(|i| (wishes[*i].settled.is_none(), fits(&wishes[*i]).len(), *i));
    for i in order {
        let wish = &wishes[i];
        let placing = place(wish, &fits(wish), &taken);
        if let Some((room, slot)) = placing.place {
            let title = wish.title.clone();
            taken.extend(wish.equipment.iter().copied().chain([room]).map(|room| Standing { room, slot, title: title.clone() }));
        }
        out[i] = Some(placing);
    }
    out.into_iter().flatten().collect()
}

fn holds<R>(room: &Room<R>, wish: &Wish<R>) -> bool {
    room.seats.is_none_or(|seats| seats >= wish.seats.unwrap_or(0))
}

fn place<R: Copy + PartialEq>(wish: &Wish<R>, rooms: &[&Room<R>], taken: &[Standing<R>]) -> Placing<R> {
    if let Some(settled) = wish.settled {
        return Placing { place: Some(settled), why: Why::Settled };
    }
    if rooms.is_empty() {
        return Placing { place: None, why: Why::TooLarge };
    }
    let mut by: Vec<String> = vec![];
    for (n, slot) in wish.choices.iter().enumerate() {
        let there = |room: R| taken.iter().filter(move |t| t.room == room && t.slot.meets(slot)).map(|t| t.title.clone());
        let missing: Vec<String> = wish.equipment.iter().flat_map(|e| there(*e)).collect();
        let free = rooms.iter().find(|r| there(r.id).next().is_none());
        match free {
            Some(room) if missing.is_empty() => {
                let why = if n == 0 { Why::First } else { Why::Second(by) };
                return Placing { place: Some((room.id, *slot)), why };
            }
            _ => {
                let full: Vec<String> = if missing.is_empty() { rooms.iter().flat_map(|r| there(r.id)).collect() } else { missing };
                for title in full {
                    if !by.contains(&title) {
                        by.push(title);
                    }
                }
            }
        }
    }
    Placing { place: None, why: Why::Taken(by) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(weekday: i64, from: i64) -> Slot {
        Slot { weekday, from: from * 60, minutes: 120 }
    }

    fn wish(title: &str, seats: i64, choices: &[Slot]) -> Wish<u8> {
        Wish { title: title.into(), seats: Some(seats), equipment: vec![], choices: choices.to_vec(), settled: None }
    }

    const HALL: u8 = 1;
    const PARLOUR: u8 = 2;
    const PROJECTOR: u8 = 9;

    fn rooms() -> Vec<Room<u8>> {
        vec![Room { id: HALL, seats: Some(80) }, Room { id: PARLOUR, seats: Some(12) }]
    }

    #[test]
    fn small_groups_get_small_rooms_and_who_needs_the_hall_gets_it() {
        let tuesday = slot(2, 14);
        let wishes = [wish("Strik", 10, &[tuesday]), wish("Kor", 40, &[tuesday]), wish("Skak", 8, &[tuesday, slot(3, 14)])];
        let plan = propose(&wishes, &rooms(), &[]);
        assert_eq!(plan[0], Placing { place: Some((PARLOUR, tuesday)), why: Why::First });
        assert_eq!(plan[1], Placing { place: Some((HALL, tuesday)), why: Why::First });
        assert_eq!(plan[2], Placing { place: Some((PARLOUR, slot(3, 14))), why: Why::Second(vec!["Strik".into(), "Kor".into()]) });
        assert_eq!(plan, propose(&wishes, &rooms(), &[]), "the same wishes, the same plan");
    }

    #[test]
    fn who_gets_nothing_hears_why() {
        let monday = slot(1, 9);
        let standing = [Standing { room: HALL, slot: monday, title: "Banko".into() }];
        let plan = propose(&[wish("Kor", 40, &[monday]), wish("Koncert", 200, &[slot(5, 19)])], &rooms(), &standing);
        assert_eq!(plan[0], Placing { place: None, why: Why::Taken(vec!["Banko".into()]) });
        assert_eq!(plan[1], Placing { place: None, why: Why::TooLarge });
    }

    #[test]
    fn what_the_board_has_settled_stands_and_a_projector_is_in_one_place() {
        let friday = slot(5, 19);
        let film = Wish { equipment: vec![PROJECTOR], ..wish("Film", 40, &[friday]) };
        let lecture = Wish { equipment: vec![PROJECTOR], ..wish("Foredrag", 10, &[friday, slot(4, 19)]) };
        let settled = Wish { settled: Some((HALL, friday)), ..wish("Fest", 60, &[friday]) };
        let plan = propose(&[film.clone(), lecture.clone()], &rooms(), &[]);
        assert_eq!((plan[0].why.clone(), plan[1].why.clone()), (Why::First, Why::Second(vec!["Film".into()])));
        let plan = propose(&[film, lecture, settled], &rooms(), &[]);
        assert_eq!(plan[2], Placing { place: Some((HALL, friday)), why: Why::Settled });
        assert_eq!(plan[0], Placing { place: None, why: Why::Taken(vec!["Fest".into()]) });
        assert_eq!(plan[1], Placing { place: Some((PARLOUR, friday)), why: Why::First });
    }

    #[test]
    fn no_plan_gives_a_room_twice() {
        // Every wish at every hour of one day, by a small generator.
        let mut seed = 7u64;
        let mut below = |n: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % n
        };
        for _ in 0..200 {
            let wishes: Vec<Wish<u8>> = (0..20)
                .map(|n| {
                    wish(&n.to_string(), below(90) as i64, &[slot(below(3) as i64 + 1, below(9) as i64 + 8), slot(below(3) as i64 + 1, below(9) as i64 + 8)])
                })
                .collect();
            let plan = propose(&wishes, &rooms(), &[]);
            let placed: Vec<_> = plan.iter().filter_map(|p| p.place).collect();
            for (n, (room, at)) in placed.iter().enumerate() {
                assert!(placed[..n].iter().all(|(r, s)| r != room || !s.meets(at)));
            }
            for (wish, p) in wishes.iter().zip(&plan) {
                // Whoever got nothing, or only the second, was in nobody's way: their first choice is taken in every room that fits.
                let free = |s: &Slot| rooms().iter().any(|r| holds(r, wish) && placed.iter().all(|(room, at)| *room != r.id || !at.meets(s)));
                if p.why != Why::First && p.why != Why::TooLarge {
                    assert!(!free(&wish.choices[0]), "{p:?}");
                }
            }
        }
    }
}
