<?php
// For PHP's built-in server: files as they are, everything else through WordPress, which stands in the folder named by the environment.
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$folder = getenv('VIGIE_TEST_SITE_FOLDER');
if ($folder !== '' && !str_starts_with($path, "$folder/") && $path !== $folder) {
    http_response_code(404);
    echo '<h1>Another site</h1>';
    return true;
}
if (is_file($_SERVER['DOCUMENT_ROOT'] . $path)) return false;
$_SERVER['SCRIPT_NAME'] = "$folder/index.php";
chdir($_SERVER['DOCUMENT_ROOT'] . $folder);
require $_SERVER['DOCUMENT_ROOT'] . "$folder/index.php";
