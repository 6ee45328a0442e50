//! What an operation ID given by the caller stands for. Its records keep a mark of the
//! request, by which its repetition is known.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Nullable, Text};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::Operation;
use crate::error::{Error, ErrorKind, Result, Saved};
use crate::text;

/// Eight random bytes and the hash of these with the request: without the random bytes,
/// the hash would let a reader guess a note.
pub fn mark(request: &str) -> Uuid {
    let random = Uuid::new_v4();
    marked(&random.as_bytes()[..8], request)
}

fn marked(random: &[u8], request: &str) -> Uuid {
    let hash = Sha256::new().chain_update(random).chain_update(request);
    let bytes = random.iter().copied().chain(hash.finalize());
    let mut mark = [0; 16];
    for (place, byte) in mark.iter_mut().zip(bytes) {
        *place = byte;
    }
    Uuid::from_bytes(mark)
}

/// The answer to an ID that was used before: the work is done if it was the same request.
pub fn repeated(conn: &mut PgConnection, operation: &Operation, actor: i64) -> Result<Error> {
    #[derive(QueryableByName)]
    struct First {
        #[diesel(sql_type = Nullable<Binary>)]
        request: Option<Vec<u8>>,
        #[diesel(sql_type = Text)]
        action: String,
    }
    let id = &operation.id;
    let see = format!(
        "see its records with: wl audit log --operation {}",
        text::shell_word(id)
    );
    let done = || {
        Error::new(
            ErrorKind::DoneBefore,
            format!("operation {id} has already been done"),
        )
        .saved(Saved::Everything)
        .hint(&see)
    };
    let Some(request) = &operation.request else {
        return Ok(done());
    };
    let first: First = diesel::sql_query(
        "SELECT uuid_send(a.request) AS request, a.action::text FROM wl.audit_log a
         WHERE a.op_id = $1 AND a.actor_id = $2 ORDER BY a.chain_seq LIMIT 1",
    )
    .bind::<Text, _>(id)
    .bind::<BigInt, _>(actor)
    .get_result(conn)?;
    let same = first.request.is_some_and(|mark| {
        let random = mark.get(..8).unwrap_or_default();
        marked(random, request).as_bytes()[..] == mark
    });
    Ok(match same {
        true => done(),
        false => Error::new(
            ErrorKind::OperationReused,
            format!(
                "the operation ID {id} belongs to another request, which began with {}",
                first.action
            ),
        )
        .hint(format!("give this request an ID of its own; {see}")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_never_twice_the_same() {
        assert_ne!(mark("stop"), mark("stop"));
    }

    // printf of the bytes 00 to 07 and "stop" into sha256sum gives 48adb60faa8ff768…
    #[test]
    fn a_mark_has_the_hash_of_the_random_bytes_and_the_request() {
        let mark = marked(&[0, 1, 2, 3, 4, 5, 6, 7], "stop");
        assert_eq!(mark.to_string(), "00010203-0405-0607-48ad-b60faa8ff768");
    }
}
