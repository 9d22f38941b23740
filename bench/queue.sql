-- Claims for the review queue, :claims of them, over three years; the newest
-- wait for a reviewer. Small statements: the queue does not read them.

INSERT INTO staff (id, email, name, password_hash, role, created_at)
VALUES ('00000000-0000-7000-8000-000000000001', 'bench@example.org', 'Bench', repeat('-', 20), 'reviewer', now())
ON CONFLICT DO NOTHING;

INSERT INTO claims (
    id, reference, state, version, basis_version, draft_id, language, passenger_count, origin, destination,
    flight, flight_day, disruption, statement, assessment, rules, outcome, regime, amount_minor, currency, claim_from,
    link_hash, link_issued_at, submitted_at, updated_at, decided_at, decided_by, decision_reason, decision_text)
SELECT
    lpad(to_hex(n), 32, '0')::uuid,
    'AE-' || substr(digits, 1, 4) || '-' || substr(digits, 5)
          || substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + check_value, 1),
    state,
    CASE WHEN state = 'submitted' THEN 1 ELSE 2 END,
    CASE WHEN state = 'submitted' THEN 1 ELSE 2 END,
    lpad(to_hex(n), 32, '0')::uuid,
    (ARRAY['en', 'fr'])[1 + n % 2],
    1 + (n % 4)::int,
    (ARRAY['BRE', 'FRA', 'LHR', 'CDG', 'AMS', 'MAD'])[1 + n % 6],
    (ARRAY['LIS', 'JFK', 'IST', 'GRU', 'DEL'])[1 + n % 5],
    (ARRAY['LH', 'AF', 'BA', 'KL', 'TP', 'IB', 'TK'])[1 + n % 7] || 100 + n % 1900,
    sent::date - 20,
    (ARRAY['delay', 'cancellation'])[1 + n % 2],
    '{"version": 1}', '{"version": 1}', '2026-11-21',
    (ARRAY['eligible', 'eligible', 'depends', 'no_compensation'])[1 + n % 4],
    'EU261', 40000, 'EUR', 'LH',
    sha256(n::text::bytea), sent, sent, sent,
    CASE WHEN decided THEN sent END,
    CASE WHEN decided THEN '00000000-0000-7000-8000-000000000001'::uuid END,
    CASE WHEN state = 'rejected' THEN 'extraordinary' END,
    CASE WHEN decided THEN 'Decided.' END
FROM (
    SELECT n, now() - (:claims - n) * (interval '1095 days' / :claims) AS sent,
           CASE WHEN n > :claims * 0.95 OR n % 10 = 0 THEN 'submitted'
                WHEN n % 10 < 6 THEN 'approved'
                WHEN n % 10 < 9 THEN 'rejected'
                ELSE 'withdrawn' END AS state
    FROM generate_series(1, :claims) AS n
) AS numbered,
LATERAL (SELECT state IN ('approved', 'rejected') AS decided) AS done,
-- Seven digits, and the weighted sum that gives the check character.
LATERAL (
    SELECT lpad(upper(to_hex(n)), 7, '0') AS digits,
           sum(weight * ((n >> (4 * (8 - weight))) & 15))::int % 31 AS check_value
    FROM generate_series(2, 8) AS weight
) AS reference;

INSERT INTO claim_people (claim_id, position, name, email)
SELECT
    lpad(to_hex(n), 32, '0')::uuid, 0,
    (ARRAY['Ana', 'Ben', 'Chloé', 'Dmitri', 'Esra', 'Femi', 'Gita', 'Hugo'])[1 + n % 8] || ' ' ||
    (ARRAY['Sousa', 'Nkosi', 'Moreau', 'Schäfer', 'Yılmaz', 'Adeyemi', 'Rao', 'Lindqvist', 'Brandt'])[1 + n % 9] || n % 977,
    'passenger' || n || '@example.org'
FROM generate_series(1, :claims) AS n;

ANALYZE claims, claim_people;
