-- The roles and databases of an empty cluster. Run once by the database's image, as
-- its superuser; the passwords are read from the mounted secrets and never stand in a
-- command line.
--
-- aero_owner  owns the database and changes its schema: `aero migrate`, which also grants
--             aero_app what it needs
-- aero_app    reads and writes what the service needs: serve and worker
-- n8n         owns a database of its own and sees nothing of Aero's

\set owner_password `cat /run/secrets/owner_database_password`
\set app_password `cat /run/secrets/app_database_password`
\set n8n_password `cat /run/secrets/n8n_database_password`

CREATE ROLE aero_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE aero_app LOGIN PASSWORD :'app_password';
CREATE ROLE n8n LOGIN PASSWORD :'n8n_password';

CREATE DATABASE aero OWNER aero_owner;
CREATE DATABASE n8n OWNER n8n;

REVOKE ALL ON DATABASE aero, n8n, postgres FROM PUBLIC;
GRANT CONNECT ON DATABASE aero TO aero_app;