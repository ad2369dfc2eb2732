-- What setting-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- findTransport
select "transport", "host", "port", "encryption", "sender_name", "sender_address", "reply_to", "return_path", "bcc", "header_de",
  "header_en", "footer_de", "footer_en", "signature_de", "signature_en", "paused_until", "paused_since", "pause_cause", "pause_answer",
  "checked_at", "check_transport", "check_host", "check_port", "check_cause", "check_tls", "check_code", "check_enhanced_code",
  "check_answer", "check_is_current", "version"
from "mail_setting"
where "workspace_id" = $1;

-- findSendingSetting
select "workspace_id", "transport", "host", "port", "encryption", "user_name", "sealed_password", "sender_name", "sender_address",
  "reply_to", "return_path", "return_path_tags", "from_environment", "paused_until", "paused_since", "pause_cause", "pause_answer",
  "version"
from "mail_setting"
where "workspace_id" = $1;

-- insertMailSetting
insert into "mail_setting" (
  "workspace_id", "transport", "host", "port", "encryption", "user_name", "sealed_password", "sender_name", "sender_address",
  "from_environment"
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- findMailSetting
select "transport", "host", "port", "encryption", "sender_name", "sender_address", "reply_to", "return_path", "bcc", "header_de",
  "header_en", "footer_de", "footer_en", "signature_de", "signature_en", "paused_until", "paused_since", "pause_cause", "pause_answer",
  "checked_at", "check_transport", "check_host", "check_port", "check_cause", "check_tls", "check_code", "check_enhanced_code",
  "check_answer", "check_is_current", "version", "user_name", "sealed_password", "from_environment", "sealed_check"
from "mail_setting"
where "workspace_id" = $1;

-- saveChosenSetting
update "mail_setting"
set "transport" = $1, "host" = $2, "port" = $3, "encryption" = $4, "user_name" = $5, "sealed_password" = $6, "sender_name" = $7,
  "sender_address" = $8, "reply_to" = $9, "bcc" = $10, "header_de" = $11, "header_en" = $12, "footer_de" = $13, "footer_en" = $14,
  "signature_de" = $15, "signature_en" = $16, "check_is_current" = $17, "paused_since" = $18, "paused_until" = $19, "pause_cause" = $20,
  "pause_answer" = $21, "from_environment" = $22, "version" = "version" + $23
where "workspace_id" = $24;

-- saveCheck
update "mail_setting"
set "checked_at" = $1, "check_transport" = $2, "check_host" = $3, "check_port" = $4, "check_cause" = $5, "check_tls" = $6,
  "check_code" = $7, "check_enhanced_code" = $8, "check_answer" = $9, "sealed_check" = $10, "check_is_current" = $11
where "workspace_id" = $12;

-- hasSentSince
select "id"
from "message"
where "workspace_id" = $1 and "accepted_at" > $2
limit $3;

-- lockMailSetting
select "transport", "host", "port", "encryption", "sender_name", "sender_address", "reply_to", "return_path", "bcc", "header_de",
  "header_en", "footer_de", "footer_en", "signature_de", "signature_en", "paused_until", "paused_since", "pause_cause", "pause_answer",
  "checked_at", "check_transport", "check_host", "check_port", "check_cause", "check_tls", "check_code", "check_enhanced_code",
  "check_answer", "check_is_current", "version", "user_name", "sealed_password", "from_environment", "sealed_check"
from "mail_setting"
where "workspace_id" = $1
for update;

-- saveAdoptedSetting
update "mail_setting"
set "transport" = $1, "host" = $2, "port" = $3, "encryption" = $4, "user_name" = $5, "sealed_password" = $6, "sender_address" = $7,
  "paused_since" = $8, "paused_until" = $9, "pause_cause" = $10, "pause_answer" = $11, "check_is_current" = $12, "version" = "version" + $13
where "workspace_id" = $14;

-- pauseTransport
update "mail_setting"
set "paused_until" = $1, "pause_cause" = $2, "pause_answer" = $3, "paused_since" = $4
where "workspace_id" = $5 and "version" = $6 and "paused_since" is null;

update "mail_setting"
set "paused_until" = $1, "pause_cause" = $2, "pause_answer" = $3
where "workspace_id" = $4 and "version" = $5;

-- takeProbe
update "mail_setting"
set "paused_until" = $1
where "workspace_id" = $2 and "paused_since" is not null and "paused_until" <= $3
returning "workspace_id";

-- resumeTransport
update "mail_setting"
set "paused_since" = $1, "paused_until" = $2, "pause_cause" = $3, "pause_answer" = $4
where "workspace_id" = $5 and "version" = $6 and "paused_since" is not null;
