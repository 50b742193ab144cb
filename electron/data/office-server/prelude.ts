/** What the schema and the queries call by SQLite's names, and the functions of the audit triggers. */
export const prelude = `
  CREATE SCHEMA main;

  CREATE FUNCTION json_valid(written text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE STRICT AS $$
  BEGIN
    PERFORM written::json;
    RETURN true;
  EXCEPTION WHEN data_exception THEN RETURN false;
  END $$;

  CREATE FUNCTION json_each(list text) RETURNS TABLE (value text) LANGUAGE sql IMMUTABLE AS
    $$ SELECT json_array_elements_text(list::json) $$;

  CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0];
  END $$;

  CREATE FUNCTION audit_row() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    running bigint;
  BEGIN
    SELECT transaction_id INTO running FROM main.audit_context;
    IF running IS NULL THEN RAISE EXCEPTION 'change outside an audited transaction'; END IF;
    IF TG_OP = 'INSERT' THEN
      INSERT INTO main.audit_log (transaction_id, entity, entity_id, operation, before, after)
        VALUES (running, TG_TABLE_NAME, NEW.id, 'insert', NULL, row_to_json(NEW));
    ELSIF TG_OP = 'UPDATE' THEN
      INSERT INTO main.audit_log (transaction_id, entity, entity_id, operation, before, after)
        VALUES (running, TG_TABLE_NAME, NEW.id, 'update', row_to_json(OLD), row_to_json(NEW));
    ELSE
      INSERT INTO main.audit_log (transaction_id, entity, entity_id, operation, before, after)
        VALUES (running, TG_TABLE_NAME, OLD.id, 'delete', row_to_json(OLD), NULL);
    END IF;
    RETURN NULL;
  END $$;

  CREATE TABLE schema_version (version bigint NOT NULL);
  INSERT INTO schema_version VALUES (0);
`;
