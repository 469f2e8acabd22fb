/** What programs put on the clipboard, in their own shapes, and the text that a network without formatting gets of it. */

export const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns:st1="urn:schemas-microsoft-com:office:smarttags">
<head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm;} @font-face {font-family:Calibri} --></style></head>
<body lang=FR style='tab-interval:35.4pt'><!--StartFragment-->
<p class=MsoNormal><b><span style='font-size:14.0pt;color:#C00000'>Samedi<span style='mso-spacerun:yes'>&nbsp; </span>à <st1:place w:st="on">Brest</st1:place></span></b><o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>Trois lectures, une
soupe&nbsp;: venez&nbsp;! <a href="https://maree.example/carte">La carte</a><a href="#_ftn1" name="_ftnref1">[1]</a></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Huîtres<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span><![endif]>de Cancale</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Pain</p>
<p class=MsoNormal>Puis<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>le port</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp; </span></span><![endif]>le phare</p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>Lundi</p></td><td><p class=MsoNormal>9&nbsp;h</p></td></tr><tr><td><p class=MsoNormal>Mardi</p></td><td><p class=MsoNormal><o:p>fermé</o:p></p></td></tr></table>
<!--EndFragment--></body></html>`

export const fromWordClean = `Samedi à Brest

Trois lectures, une soupe\u00A0: venez\u00A0! La carte (https://maree.example/carte)

• Huîtres
  • de Cancale
• Pain

Puis

1. le port
2. le phare

Lundi | 9\u00A0h
Mardi | fermé`

export const fromGoogleDocs = `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1f2e"><h1 dir="ltr"><span style="font-size:20pt;font-weight:400;">Open day</span></h1><p dir="ltr" style="line-height:1.38"><span style="font-weight:400;">We are </span><span style="font-weight:700;">open</span><span style="font-weight:400;"> late. </span><a href="https://www.google.com/url?q=https://tide.example/late&amp;sa=D&amp;source=editors" style="text-decoration:none;"><span style="color:#1155cc;">https://tide.example/late</span></a></p><br /><ul style="margin-top:0"><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>Soup</span></p></li><li dir="ltr" aria-level="1"><p dir="ltr"><span>Bread</span></p></li></ul><p dir="ltr"><span>Line one</span><span><br /></span><span>line two</span></p></b><br class="Apple-interchange-newline">`
export const fromGoogleDocsClean = 'Open day\n\nWe are open late. https://tide.example/late\n\n• Soup\n• Bread\n\nLine one\nline two'

export const fromPage = `<html><body><!--StartFragment--><div style="color: rgb(0,0,0); font-family: Arial"><script>alert(1)</script><style>.a{}</style><h2>News</h2><div class="x"><span>Rain</span>&nbsp;<span>today</span> <img src="https://tide.example/e.png" alt="🌧️"></div><div style="display:none">hidden</div><p>See <a href="javascript:alert(1)">this</a>, <a href="/relative">that</a> and <a href="https://tide.example/x" class="y">the map</a>.</p><button>Share</button><img src="https://tide.example/p.jpg" alt="A boat"><pre>one
two</pre><table><tr><td><p>Alone in</p><p>its table</p></td></tr></table></div><!--EndFragment--></body></html>`
export const fromPageClean = 'News\n\nRain today 🌧️\n\nSee this, that and the map (https://tide.example/x).\n\none\ntwo\n\nAlone in\n\nits table'
