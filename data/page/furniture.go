package page

import (
	"regexp"
	"strings"
	"sync"

	"cstoread/model/fold"
)

// navigation holds the words of a page's furniture, folded, that stand as
// blocks of their own around documents. A block is navigation when it is one
// of them, or several in a row.
var navigation = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, s := range strings.Split(navigationWords, "\n") {
		if s = fold.String(s); s != "" {
			m[s] = true
		}
	}
	return m
})

const navigationWords = `
Go back
Back
Back to the section
Back to section
Back to the all news
Back to all news
Back to the list
Back to list
Back to top
Top
To the top
All news
All documents
All statements
More news
More
Read more
Read also
See also
Related news
Related documents
Related
Latest news
Next
Previous
Print
Print version
Printable version
Share
Share this
Share this page
Subscribe
Home
Main page
Site map
Sitemap
Search
Menu
Contacts
Feedback
Tweet
Facebook
Twitter
Telegram
VK
Skip to content
Skip to main content
English
Русский
Назад
Вернуться
Вернуться назад
Вернуться в раздел
Вернуться к разделу
Назад в раздел
Назад к разделу
Назад к списку
Вернуться к списку
К списку
Вернуться ко всем новостям
Назад ко всем новостям
Ко всем новостям
Все новости
Все документы
Все заявления
Возврат к списку
Наверх
Главная
Главная страница
На главную
Карта сайта
Поиск
Меню
Контакты
Обратная связь
Версия для печати
Распечатать
Печать
Поделиться
Подписаться
Подробнее
Читать далее
Читайте также
Смотрите также
Ещё новости
Другие новости
Последние новости
По теме
Следующая
Предыдущая
Перейти к содержанию
Вконтакте
`

// IsNavigation says that a block is nothing but a page's navigation.
func IsNavigation(s string) bool {
	if len(s) > 200 {
		return false
	}
	words := navigation()
	s = strings.Trim(fold.String(s), " .:…»«<>←→↑|/\\-*•\"")
	if words[s] {
		return true
	}
	// Breadcrumbs and rows of links: every part must be known.
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("|/>»›→•·", r) })
	if len(parts) < 2 {
		return false
	}
	for _, part := range parts {
		if !words[strings.TrimSpace(part)] {
			return false
		}
	}
	return true
}

// tailOpening matches the heads of blocks that follow a document on a page:
// contacts, tags, counters, the site's notes of itself, comments.
var tailOpening = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:#{3}|# # #|- ?30 ?-$|end$|press contacts?\b|media contacts?\b|contacts?\b(?: us\b|:|$)|for (?:more|further) information\b|for information media\b|not an official record|tags\s*:|теги\s*:|topics?\s*:|topics$|keywords\s*:|filed under\b|posted in\b|published in (?:the )?sections?\b|publication (?:status|date)\b|direct link\b|опубликован[оа]? в раздел|дата публикации|статус материала|ссылка на материал|прямая ссылка|additional materials|related (?:content|documents|materials|links|articles|news|posts)|see also\b|read also\b|other (?:news|materials|documents|statements)|latest (?:news|updates)|more (?:news|on this)|last (?:review|updated?|modified)\b|page last\b|views\s*:|number of views\b|количество просмотров|просмотр\p{L}*\s*:|share (?:this|on|with)\b|поделиться|was this page\b|is this page\b|did you find\b|subscribe\b|подписаться|подписывайтесь|follow us\b|\d+ (?:comments?|комментари\p{L}+)$|(?:comments?|комментарии) ?\(\d+\)$|leave a (?:comment|reply)|photos?:|фото:|when materials are used|print this|version for print|версия для печати|incorrect dates|by [\p{L} .]+ \| |save$|download pdf|back to\b|follow the\b.*\b(?:twitter|telegram|facebook)|if you are not a journalist)`)
})

// copyrightLine is "(c) 2019" and not the item (c) of a list.
var copyrightLine = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\(c\) (?:copyright|\d{4})`)
})

// tailWord says that a block opens what follows a document on a page.
func tailWord(b Block) bool {
	if b.Chrome {
		return true
	}
	s := strings.Trim(fold.String(b.Text), " .:…»«←→")
	switch s {
	case "tags", "теги", "метки", "source", "comments", "комментарии", "attachments", "вложения",
		"photo", "фото", "video", "видео", "documents", "документы", "news", "новости", "events",
		"similar documents", "additional materials", "дополнительные материалы", "материалы по теме":
		return true
	}
	return tailOpening().MatchString(s) && letters(s) < 250 && !runs(b.Text) || copyrightLine().MatchString(s) || strings.HasPrefix(s, "©") ||
		strings.HasPrefix(s, "copyright ") || strings.HasPrefix(s, "all rights reserved") ||
		strings.HasPrefix(s, "все права защищены") || strings.HasPrefix(s, "при использовании материалов")
}

var download = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:download(?: the)?(?: document| file)?|скачать(?: документ| файл)?)\b?[\s:]*(.*?)\s*(?:\(?[\d.,]+\s*(?:kb|mb|кб|мб)\)?)?$`)
})

// isDownload says that a block offers the document as a file.
func isDownload(s string) bool {
	if letters(s) > 160 {
		return false
	}
	m := download().FindStringSubmatch(s)
	return m != nil && (m[1] == "" || hasFileEnding(m[1]))
}

func hasFileEnding(s string) bool {
	s = strings.ToLower(strings.TrimRight(s, " .)"))
	for _, e := range []string{".docx", ".doc", ".pdf", ".rtf", ".odt", ".zip", ".txt"} {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// downloads lists the file names that the page offers.
func downloads(blocks []Block) []string {
	var names []string
	for _, b := range blocks {
		if !isDownload(b.Text) {
			continue
		}
		if m := download().FindStringSubmatch(b.Text); m[1] != "" {
			names = append(names, m[1])
		}
	}
	return names
}
