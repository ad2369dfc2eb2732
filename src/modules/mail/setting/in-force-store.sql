-- What in-force-store.ts asks the database, for reading. Made by „npm run sql“; please do not edit it by hand.

-- settingInForce
select
from mail_setting
where workspace_id = $1 and version = $2 and transport <> 'none'

-- isSettingInForce
select
from mail_setting
where workspace_id = $1 and version = $2 and transport <> 'none';

-- lockSettingInForce
select
from mail_setting
where workspace_id = $1 and version = $2 and transport <> 'none'
for share;
