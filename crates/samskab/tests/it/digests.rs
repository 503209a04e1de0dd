//! When one hears of something: in the digest, or at once because it presses.

use chrono::Duration;
use samskab_platform::access::Visibility;

use crate::house::{House, morning};
use crate::told::{committee, news, reached, reader, tell, utc, written};

#[tokio::test]
async fn a_digest_comes_at_seven_once_a_day_also_when_the_clocks_change() {
    for house in House::both().await {
        let (secretary, one, _) = committee(&house).await;
        let (two, _) = house.committee(&secretary, "Havnen", Visibility::Public).await;
        let ida = house.person("Ida").await;
        // Summer time begins in the night to 29 March 2026.
        house.clock.set(utc("2026-03-28T09:00:00Z"));
        tell(&house.app, one, &ida, &news(&house.app, "den første")).await;
        house.clock.set(utc("2026-03-28T10:00:00Z"));
        tell(&house.app, two, &ida, &news(&house.app, "havnen")).await;
        house.clock.set(utc("2026-03-28T11:00:00Z"));
        tell(&house.app, one, &ida, &news(&house.app, "den anden")).await;
        for early in ["2026-03-28T11:00:00Z", "2026-03-29T04:59:59Z"] {
            house.clock.set(utc(early));
            assert!(written(&house.app).await.is_empty(), "nothing at {early}");
        }
        house.clock.set(utc("2026-03-29T05:00:00Z"));
        let mails = written(&house.app).await;
        assert_eq!(mails.len(), 1, "one at 07:00 summer time ({})", house.kind);
        assert_eq!(mails[0].subject, "3 nyheder fra Ungepolitik og Havnen");
        let order: Vec<usize> = ["Ungepolitik\n---", "»den anden«", "»den første«", "Havnen\n---", "»havnen«"]
            .iter()
            .map(|t| mails[0].body.find(t).unwrap_or_else(|| panic!("{t} in {}", mails[0].body)))
            .collect();
        assert!(order.is_sorted(), "by space, newest first: {}", mails[0].body);
        assert!(mails[0].body.contains("* Nyt om »den anden«\n  http://samskab.example/forloeb/"), "one line each with its link");

        // Later on the same day, and a sender that was down: still one a day.
        tell(&house.app, one, &ida, &news(&house.app, "den tredje")).await;
        for later in ["2026-03-29T12:00:00Z", "2026-03-29T20:30:00Z"] {
            house.clock.set(utc(later));
            assert_eq!(written(&house.app).await.len(), 1, "at {later}");
        }
        house.clock.set(utc("2026-03-30T11:00:00Z"));
        assert_eq!(written(&house.app).await.len(), 2, "late, but it comes");
        // Winter time again: 07:00 is 06:00 UTC.
        house.clock.set(utc("2026-10-24T12:00:00Z"));
        tell(&house.app, one, &ida, &news(&house.app, "den fjerde")).await;
        house.clock.set(utc("2026-10-25T05:00:00Z"));
        assert_eq!(written(&house.app).await.len(), 2, "06:00 is too early");
        house.clock.set(utc("2026-10-25T06:00:00Z"));
        assert_eq!(written(&house.app).await.len(), 3);
        house.clock.set(morning());
    }
}

#[tokio::test]
async fn what_changes_within_48_hours_goes_at_once_and_a_new_rhythm_counts_for_what_waits() {
    for house in House::both().await {
        let (_, space, _) = committee(&house).await;
        let ida = reader(&house, "Ida", "weekly").await;
        tell(&house.app, space, &ida, &news(&house.app, "noget").before(morning() + Duration::hours(47))).await;
        tell(&house.app, space, &ida, &news(&house.app, "andet").before(morning() + Duration::hours(49))).await;
        assert_eq!(written(&house.app).await.iter().map(|m| m.subject.as_str()).collect::<Vec<_>>(), ["Ungepolitik: nyt om »noget«"]);
        house.clock.set(morning() + Duration::hours(1));
        assert_eq!(written(&house.app).await.len(), 2, "it presses an hour later");
        tell(&house.app, space, &ida, &news(&house.app, "ugen")).await;
        assert_eq!(written(&house.app).await.len(), 2, "waits for Monday");
        reached(&house, &ida, "daily", "mail", None, None, "da").await;
        house.clock.set(morning() + Duration::hours(23));
        assert_eq!(written(&house.app).await.len(), 3, "now it comes in the morning");
        tell(&house.app, space, &ida, &news(&house.app, "ugen")).await;
        house.clock.set(morning());
    }
}
