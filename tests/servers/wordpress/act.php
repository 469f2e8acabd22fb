<?php
/**
 * What happens on the site of the tests without Vigie: `php act.php ACTION '{"json": "input"}'` in the site's folder. Prints JSON.
 */
$_SERVER['HTTP_HOST'] = 'localhost';
// Names of our own: WordPress uses the plain ones for itself.
[, $vigieAction, $vigieInput] = $argv;
require getcwd() . '/wp-load.php';
add_filter('wp_is_application_passwords_available', '__return_true');
add_filter('pre_wp_mail', '__return_true');

$vigiePerson = fn ($name) => get_user_by('login', $name);

$vigieActions = [
    // The zip holds an installed site with the user "admin"; its name, its addresses and its examples give way to ours.
    'setUp' => function ($in) {
        update_option('blogname', $in['title']);
        update_option('permalink_structure', $in['permalinks']);
        foreach (get_posts(['post_type' => ['post', 'page'], 'post_status' => 'any', 'numberposts' => -1]) as $post) wp_delete_post($post->ID, true);
        return true;
    },
    'user' => fn ($in) => wp_insert_user(['user_login' => $in['name'], 'user_pass' => wp_generate_password(), 'user_email' => $in['name'] . '@example.invalid', 'display_name' => $in['name'], 'role' => $in['role']]),
    'password' => fn ($in) => WP_Application_Passwords::create_new_application_password($vigiePerson($in['user'])->ID, ['name' => wp_generate_uuid4()])[0],
    'revoke' => fn ($in) => WP_Application_Passwords::delete_all_application_passwords($vigiePerson($in['user'])->ID),
    'post' => fn ($in) => wp_insert_post(['post_title' => $in['title'], 'post_content' => $in['content'], 'post_status' => 'publish', 'post_author' => $vigiePerson('admin')->ID]),
    'comment' => fn ($in) => wp_insert_comment([
        'comment_post_ID' => $in['post'], 'comment_parent' => $in['parent'] ?? 0, 'comment_author' => $in['name'], 'comment_author_email' => 'visitor@example.invalid',
        'comment_content' => $in['text'], 'comment_approved' => $in['approved'] ?? 1,
    ]),
    'manyComments' => fn ($in) => array_map(fn ($number) => wp_insert_comment(['comment_post_ID' => $in['post'], 'comment_author' => 'Tom', 'comment_content' => "n° $number", 'comment_approved' => 1]), range(1, $in['count'])),
    'setCommentStatus' => fn ($in) => wp_set_comment_status($in['id'], $in['status']),
    'timeZone' => fn ($in) => update_option('timezone_string', $in['zone']),
    // As the site's own cron does at the time of the post.
    'publishScheduled' => function ($in) {
        wp_publish_post($in['id']);
        return get_post_status($in['id']);
    },
    'change' => fn ($in) => wp_update_post(['ID' => $in['id']] + $in['changes']),
    'category' => fn ($in) => wp_insert_term($in['name'], 'category', ['parent' => $in['parent'] ?? 0])['term_id'],
    'deleteCategory' => fn ($in) => wp_delete_term($in['id'], 'category'),
    'categoriesOf' => fn ($in) => wp_get_post_categories($in['id']),
    // As networks of sites and some plug-ins do: files of that ending are none that the site keeps.
    'refuseFiles' => fn ($in) => file_put_contents(WPMU_PLUGIN_DIR . '/refuse-files.php', '<?php add_filter("upload_mimes", fn ($types) => array_diff_key($types, [' . var_export($in['ending'], true) . ' => 1]));') > 0,
    'bin' => fn ($in) => (bool) wp_trash_post($in['id']),
    'deletePost' => fn ($in) => (bool) wp_delete_post($in['id'], true),
    'posts' => fn () => array_map(fn ($post) => [
        'id' => $post->ID, 'title' => $post->post_title, 'content' => $post->post_content, 'status' => $post->post_status, 'dateGmt' => $post->post_date_gmt, 'slug' => $post->post_name, 'thumbnail' => (int) get_post_thumbnail_id($post),
    ], get_posts(['post_status' => ['any', 'trash'], 'numberposts' => -1, 'orderby' => 'ID', 'order' => 'ASC'])),
    'media' => fn () => array_map(fn ($post) => ['id' => $post->ID, 'alt' => get_post_meta($post->ID, '_wp_attachment_image_alt', true)], get_posts(['post_type' => 'attachment', 'numberposts' => -1])),
    'comments' => fn ($in) => array_map(fn ($comment) => [
        'id' => (int) $comment->comment_ID, 'text' => $comment->comment_content, 'parent' => (int) $comment->comment_parent, 'approved' => $comment->comment_approved,
    ], get_comments(['post_id' => $in['post'], 'status' => 'all', 'orderby' => 'comment_ID', 'order' => 'ASC'])),
];
echo json_encode(($vigieActions[$vigieAction])(json_decode($vigieInput, true)));
