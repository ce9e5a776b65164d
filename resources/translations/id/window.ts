<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id">
<context>
    <name></name>
    <message>
        <source> min</source>
        <translation> mnt</translation>
    </message>
    <message>
        <source> or </source>
        <translation> atau </translation>
    </message>
    <message>
        <source>&amp;About Lentigo</source>
        <translation>&amp;Tentang Lentigo</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Tambah</translation>
    </message>
    <message>
        <source>&amp;Add image to a case…</source>
        <translation>&amp;Tambahkan citra ke kasus…</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Alamat</translation>
    </message>
    <message>
        <source>&amp;Aligned</source>
        <translation>Di&amp;sejajarkan</translation>
    </message>
    <message>
        <source>&amp;All that the search found: {lesions}</source>
        <translation>Se&amp;mua yang ditemukan pencarian: {lesions}</translation>
    </message>
    <message>
        <source>&amp;Analyse again</source>
        <translation>&amp;Analisis ulang</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>Tampila&amp;n</translation>
    </message>
    <message>
        <source>&amp;Atlas</source>
        <translation>&amp;Atlas</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>&amp;Otomatis</translation>
    </message>
    <message>
        <source>&amp;Back up all profiles…</source>
        <translation>&amp;Cadangkan semua profil…</translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation>&amp;Batch</translation>
    </message>
    <message>
        <source>&amp;Blink</source>
        <translation>Ber&amp;kedip</translation>
    </message>
    <message>
        <source>&amp;Body map</source>
        <translation>Peta tu&amp;buh</translation>
    </message>
    <message>
        <source>&amp;Bring in</source>
        <translation>&amp;Masukkan</translation>
    </message>
    <message>
        <source>&amp;Build</source>
        <translation>&amp;Buat</translation>
    </message>
    <message>
        <source>&amp;Build an atlas…</source>
        <translation>Bua&amp;t atlas…</translation>
    </message>
    <message>
        <source>&amp;CPU</source>
        <translation>&amp;CPU</translation>
    </message>
    <message>
        <source>&amp;CSV, for spreadsheets</source>
        <translation>&amp;CSV, untuk lembar kerja</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Batal</translation>
    </message>
    <message>
        <source>&amp;Cases</source>
        <translation>&amp;Kasus</translation>
    </message>
    <message>
        <source>&amp;Change the passphrase</source>
        <translation>&amp;Ganti frasa sandi</translation>
    </message>
    <message>
        <source>&amp;Choose a model…</source>
        <translation>&amp;Pilih model…</translation>
    </message>
    <message>
        <source>&amp;Class</source>
        <translation>&amp;Kelas</translation>
    </message>
    <message>
        <source>&amp;Clinic</source>
        <translation>&amp;Klinik</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Tutup</translation>
    </message>
    <message>
        <source>&amp;Close image</source>
        <translation>T&amp;utup citra</translation>
    </message>
    <message>
        <source>&amp;Compare labelled images</source>
        <translation>Bandin&amp;gkan citra berlabel</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Salin</translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation>&amp;Salin semua</translation>
    </message>
    <message>
        <source>&amp;Copy picture with heat map</source>
        <translation>&amp;Salin gambar dengan peta panas</translation>
    </message>
    <message>
        <source>&amp;Copy the images into the atlas</source>
        <translation>&amp;Salin citra ke dalam atlas</translation>
    </message>
    <message>
        <source>&amp;Crash reports…</source>
        <translation>&amp;Laporan kemogokan…</translation>
    </message>
    <message>
        <source>&amp;DICOM archive…</source>
        <translation>Arsip &amp;DICOM…</translation>
    </message>
    <message>
        <source>&amp;DICOM…</source>
        <translation>&amp;DICOM…</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Gelap</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Hari</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Hapus</translation>
    </message>
    <message>
        <source>&amp;Delete patient…</source>
        <translation>&amp;Hapus pasien…</translation>
    </message>
    <message>
        <source>&amp;Delete the profile…</source>
        <translation>&amp;Hapus profil…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Hapus…</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Ekspor</translation>
    </message>
    <message>
        <source>&amp;Export cases…</source>
        <translation>E&amp;kspor kasus…</translation>
    </message>
    <message>
        <source>&amp;FHIR…</source>
        <translation>&amp;FHIR…</translation>
    </message>
    <message>
        <source>&amp;Faster, most of it in numbers of 16 bits ({precision})</source>
        <translation>&amp;Lebih cepat, sebagian besar dengan bilangan 16 bit ({precision})</translation>
    </message>
    <message>
        <source>&amp;Faster, most of it in whole numbers of 8 bits ({precision})</source>
        <translation>&amp;Lebih cepat, sebagian besar dengan bilangan bulat 8 bit ({precision})</translation>
    </message>
    <message>
        <source>&amp;Favourite</source>
        <translation>&amp;Favorit</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>&amp;Ambil</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Berkas</translation>
    </message>
    <message>
        <source>&amp;Filled by</source>
        <translation>Diisi &amp;oleh</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>&amp;Cari perintah…</translation>
    </message>
    <message>
        <source>&amp;Find studies</source>
        <translation>&amp;Cari studi</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>P&amp;askan</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Folder</translation>
    </message>
    <message>
        <source>&amp;Folder…</source>
        <translation>&amp;Folder…</translation>
    </message>
    <message>
        <source>&amp;Follow up</source>
        <translation>Tindak lan&amp;jut</translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation>&amp;Lupakan semua ini</translation>
    </message>
    <message>
        <source>&amp;GPU</source>
        <translation>&amp;GPU</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Lanjutkan</translation>
    </message>
    <message>
        <source>&amp;Go on with the batch</source>
        <translation>La&amp;njutkan batch</translation>
    </message>
    <message>
        <source>&amp;Grad-CAM</source>
        <translation>&amp;Grad-CAM</translation>
    </message>
    <message>
        <source>&amp;Heat map</source>
        <translation>Peta &amp;panas</translation>
    </message>
    <message>
        <source>&amp;Heat map (H)</source>
        <translation>Peta &amp;panas (H)</translation>
    </message>
    <message>
        <source>&amp;Heat maps too, as pictures in this folder</source>
        <translation>&amp;Peta panas juga, sebagai gambar dalam folder ini</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Bant&amp;uan</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Citra</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>&amp;Citra</translation>
    </message>
    <message>
        <source>&amp;Install a model…</source>
        <translation>Pa&amp;sang model…</translation>
    </message>
    <message>
        <source>&amp;JSON, for programs</source>
        <translation>&amp;JSON, untuk program</translation>
    </message>
    <message>
        <source>&amp;Judged on</source>
        <translation>&amp;Dinilai pada</translation>
    </message>
    <message>
        <source>&amp;Jump to</source>
        <translation>Pin&amp;dah ke</translation>
    </message>
    <message>
        <source>&amp;Keep as my last answer</source>
        <translation>&amp;Simpan sebagai jawaban terakhir saya</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Pintasan papan tik</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Jenis</translation>
    </message>
    <message>
        <source>&amp;Kind of image</source>
        <translation>&amp;Jenis citra</translation>
    </message>
    <message>
        <source>&amp;Labelled images</source>
        <translation>Citra ber&amp;label</translation>
    </message>
    <message>
        <source>&amp;LayerCAM</source>
        <translation>&amp;LayerCAM</translation>
    </message>
    <message>
        <source>&amp;Leave as it is</source>
        <translation>&amp;Biarkan apa adanya</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Terang</translation>
    </message>
    <message>
        <source>&amp;Lock after</source>
        <translation>&amp;Kunci setelah</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>&amp;Kunci sekarang</translation>
    </message>
    <message>
        <source>&amp;Logo</source>
        <translation>&amp;Logo</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>&amp;Lihat</translation>
    </message>
    <message>
        <source>&amp;Look at it</source>
        <translation>&amp;Lihat citra ini</translation>
    </message>
    <message>
        <source>&amp;Look at these</source>
        <translation>&amp;Lihat yang ini</translation>
    </message>
    <message>
        <source>&amp;Look with the model</source>
        <translation>&amp;Lihat dengan model</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Ukur</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Model</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nama</translation>
    </message>
    <message>
        <source>&amp;New batch…</source>
        <translation>&amp;Batch baru…</translation>
    </message>
    <message>
        <source>&amp;New collection</source>
        <translation>Koleksi &amp;baru</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Berikutnya</translation>
    </message>
    <message>
        <source>&amp;Next image</source>
        <translation>Citra &amp;berikutnya</translation>
    </message>
    <message>
        <source>&amp;No other class</source>
        <translation>&amp;Tanpa kelas lain</translation>
    </message>
    <message>
        <source>&amp;Nobody&apos;s: no patient stands in them</source>
        <translation>Bukan milik &amp;siapa pun: tidak ada pasien di dalamnya</translation>
    </message>
    <message>
        <source>&amp;Occlusion</source>
        <translation>&amp;Oklusi</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Buka</translation>
    </message>
    <message>
        <source>&amp;Open an atlas…</source>
        <translation>&amp;Buka atlas…</translation>
    </message>
    <message>
        <source>&amp;Open images…</source>
        <translation>&amp;Buka citra…</translation>
    </message>
    <message>
        <source>&amp;Options…</source>
        <translation>&amp;Opsi…</translation>
    </message>
    <message>
        <source>&amp;Outlines</source>
        <translation>Garis t&amp;epi</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>K&amp;ertas</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Tempel</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Jeda</translation>
    </message>
    <message>
        <source>&amp;Pause the batch</source>
        <translation>&amp;Jeda batch</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Sebelumnya</translation>
    </message>
    <message>
        <source>&amp;Previous image</source>
        <translation>Citra &amp;sebelumnya</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>C&amp;etak…</translation>
    </message>
    <message>
        <source>&amp;Processor</source>
        <translation>P&amp;rosesor</translation>
    </message>
    <message>
        <source>&amp;Progress</source>
        <translation>Ke&amp;majuan</translation>
    </message>
    <message>
        <source>&amp;Protect</source>
        <translation>&amp;Lindungi</translation>
    </message>
    <message>
        <source>&amp;Pseudonym</source>
        <translation>Nama sa&amp;maran</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Kelua&amp;r</translation>
    </message>
    <message>
        <source>&amp;Quiz</source>
        <translation>K&amp;uis</translation>
    </message>
    <message>
        <source>&amp;Quiz about these…</source>
        <translation>Kuis t&amp;entang citra ini…</translation>
    </message>
    <message>
        <source>&amp;Rather than</source>
        <translation>Diban&amp;dingkan dengan</translation>
    </message>
    <message>
        <source>&amp;Read the answers again</source>
        <translation>&amp;Baca lagi jawabannya</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>U&amp;langi</translation>
    </message>
    <message>
        <source>&amp;Referring physician</source>
        <translation>Dokter pe&amp;rujuk</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Hilangkan</translation>
    </message>
    <message>
        <source>&amp;Remove all</source>
        <translation>&amp;Hapus semua</translation>
    </message>
    <message>
        <source>&amp;Remove the protection</source>
        <translation>&amp;Hilangkan perlindungan</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Ganti nama</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ganti</translation>
    </message>
    <message>
        <source>&amp;Report on the patient…</source>
        <translation>Lapo&amp;ran tentang pasien…</translation>
    </message>
    <message>
        <source>&amp;Report on the visit of {day}…</source>
        <translation>La&amp;poran tentang kunjungan {day}…</translation>
    </message>
    <message>
        <source>&amp;Rescue what can be read…</source>
        <translation>S&amp;elamatkan yang dapat dibaca…</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>&amp;Simpan sebagai PDF…</translation>
    </message>
    <message>
        <source>&amp;Save picture with heat map…</source>
        <translation>&amp;Simpan gambar dengan peta panas…</translation>
    </message>
    <message>
        <source>&amp;Save rows…</source>
        <translation>&amp;Simpan baris…</translation>
    </message>
    <message>
        <source>&amp;Save the list…</source>
        <translation>&amp;Simpan daftar…</translation>
    </message>
    <message>
        <source>&amp;Score-CAM</source>
        <translation>&amp;Score-CAM</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Kirim</translation>
    </message>
    <message>
        <source>&amp;Send findings…</source>
        <translation>&amp;Kirim temuan…</translation>
    </message>
    <message>
        <source>&amp;Show large</source>
        <translation>Tampilkan be&amp;sar</translation>
    </message>
    <message>
        <source>&amp;Side</source>
        <translation>&amp;Sisi</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>&amp;Berdampingan</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Mulai</translation>
    </message>
    <message>
        <source>&amp;Start the model again</source>
        <translation>&amp;Mulai ulang model</translation>
    </message>
    <message>
        <source>&amp;Stronger heat map</source>
        <translation>Peta panas lebih &amp;kuat</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>&amp;Tabel</translation>
    </message>
    <message>
        <source>&amp;Table…</source>
        <translation>&amp;Tabel…</translation>
    </message>
    <message numerus="yes">
        <source>&amp;The lesion that is chosen</source>
        <comment>&amp;The {n} lesions that are chosen</comment>
        <translation>
            <numerusform>&amp;{n} lesi yang dipilih</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Thorough analysis</source>
        <translation>Analisis &amp;teliti</translation>
    </message>
    <message>
        <source>&amp;Try drawn images</source>
        <translation>&amp;Coba gambar rekaan</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Urungkan</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Buka kunci</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>Sampa&amp;i</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Tampilan</translation>
    </message>
    <message>
        <source>&amp;What would the model say?</source>
        <translation>&amp;Apa kata model?</translation>
    </message>
    <message>
        <source>&amp;Who says so</source>
        <translation>&amp;Siapa yang menyatakan</translation>
    </message>
    <message>
        <source>&amp;Whole page</source>
        <translation>Halaman &amp;penuh</translation>
    </message>
    <message>
        <source>&amp;Year of birth</source>
        <translation>&amp;Tahun lahir</translation>
    </message>
    <message>
        <source>* and ? stand for other characters</source>
        <translation>* dan ? mewakili karakter lain</translation>
    </message>
    <message>
        <source>A collection</source>
        <translation>Koleksi</translation>
    </message>
    <message>
        <source>A follow-up compares two images of one lesion. Add another one: open it in Look, then choose “Add image to a case”.</source>
        <translation>Tindak lanjut membandingkan dua citra dari satu lesi. Tambahkan satu lagi: buka di Lihat, lalu pilih “Tambahkan citra ke kasus”.</translation>
    </message>
    <message>
        <source>A follow-up needs at least two images of the lesion</source>
        <translation>Tindak lanjut memerlukan sedikitnya dua citra lesi</translation>
    </message>
    <message>
        <source>A guess</source>
        <translation>Menebak</translation>
    </message>
    <message>
        <source>A lesion</source>
        <translation>Sebuah lesi</translation>
    </message>
    <message>
        <source>A model counted one of the images as malignant</source>
        <translation>Sebuah model menghitung salah satu citra sebagai ganas</translation>
    </message>
    <message>
        <source>A note that is emptied is deleted</source>
        <translation>Catatan yang dikosongkan akan dihapus</translation>
    </message>
    <message>
        <source>A package holds {n:,} images at most.</source>
        <translation>Satu paket memuat paling banyak {n:,} citra.</translation>
    </message>
    <message>
        <source>A part of Lentigo cannot be loaded ({error}): install Lentigo again.</source>
        <translation>Sebagian dari Lentigo tidak dapat dimuat ({error}): pasang kembali Lentigo.</translation>
    </message>
    <message>
        <source>A quiz about the labelled images of an atlas asks for a diagnosis, and how sure you are. From your answers you see here what you recognise, what you mix up, and whether your confidence fits.</source>
        <translation>Kuis tentang citra berlabel dari sebuah atlas menanyakan diagnosis, dan seberapa yakin Anda. Dari jawaban Anda terlihat di sini apa yang Anda kenali, apa yang tertukar, dan apakah keyakinan Anda sesuai.</translation>
    </message>
    <message>
        <source>A quiz asks about the images of an atlas, and tells what each is once you have answered. Open an atlas, make one of your own labelled images, or try drawn ones.</source>
        <translation>Kuis bertanya tentang citra sebuah atlas, dan memberi tahu apa masing-masing setelah Anda menjawab. Buka sebuah atlas, buat dari citra berlabel Anda sendiri, atau coba gambar rekaan.</translation>
    </message>
    <message numerus="yes">
        <source>A quiz of {n:,} question</source>
        <comment>A quiz of {n:,} questions</comment>
        <translation>
            <numerusform>Kuis dengan {n:,} pertanyaan</numerusform>
        </translation>
    </message>
    <message>
        <source>A table of pixels: its pictures are written into the folder of the atlas.</source>
        <translation>Tabel piksel: gambarnya ditulis ke folder atlas.</translation>
    </message>
    <message>
        <source>A table with a file and its diagnosis in each row.</source>
        <translation>Tabel dengan satu berkas dan diagnosisnya di setiap baris.</translation>
    </message>
    <message>
        <source>A table with a row for each analysis of each image. Patients appear under their pseudonyms.</source>
        <translation>Tabel dengan satu baris untuk setiap analisis setiap citra. Pasien muncul dengan nama samarannya.</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Tentang</translation>
    </message>
    <message>
        <source>About Lentigo</source>
        <translation>Tentang Lentigo</translation>
    </message>
    <message>
        <source>Access&amp;ion number</source>
        <translation>N&amp;omor aksesi</translation>
    </message>
    <message>
        <source>Accession number</source>
        <translation>Nomor aksesi</translation>
    </message>
    <message>
        <source>Add checklist</source>
        <translation>Tambah daftar periksa</translation>
    </message>
    <message>
        <source>Add diagnosis…</source>
        <translation>Tambah diagnosis…</translation>
    </message>
    <message>
        <source>Add note…</source>
        <translation>Tambah catatan…</translation>
    </message>
    <message>
        <source>Add or finish checklist</source>
        <translation>Tambah atau selesaikan daftar periksa</translation>
    </message>
    <message>
        <source>Add to a case</source>
        <translation>Tambahkan ke kasus</translation>
    </message>
    <message>
        <source>After {sources}</source>
        <translation>Menurut {sources}</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Usia</translation>
    </message>
    <message numerus="yes">
        <source>Aligned by {n} detail of the skin around the lesion, to within {error:.1f} pixels. The newer image is turned by {degrees:.0f}° and drawn at {percent:.0f} % of its size.</source>
        <comment>Aligned by {n} details of the skin around the lesion, to within {error:.1f} pixels. The newer image is turned by {degrees:.0f}° and drawn at {percent:.0f} % of its size.</comment>
        <translation>
            <numerusform>Disejajarkan dengan {n} detail kulit di sekitar lesi, dengan ketepatan {error:.1f} piksel. Citra yang lebih baru diputar {degrees:.0f}° dan digambar pada {percent:.0f} % ukurannya.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Aligned by {n} detail that both images show, to within {error:.1f} pixels. The newer image is turned by {degrees:.0f}° and drawn at {percent:.0f} % of its size.</source>
        <comment>Aligned by {n} details that both images show, to within {error:.1f} pixels. The newer image is turned by {degrees:.0f}° and drawn at {percent:.0f} % of its size.</comment>
        <translation>
            <numerusform>Disejajarkan dengan {n} detail yang tampak pada kedua citra, dengan ketepatan {error:.1f} piksel. Citra yang lebih baru diputar {degrees:.0f}° dan digambar pada {percent:.0f} % ukurannya.</numerusform>
        </translation>
    </message>
    <message>
        <source>Aligning the images…</source>
        <translation>Menyejajarkan citra…</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Penyejajaran</translation>
    </message>
    <message>
        <source>All ({n:,})</source>
        <translation>Semua ({n:,})</translation>
    </message>
    <message>
        <source>All ages</source>
        <translation>Semua usia</translation>
    </message>
    <message>
        <source>All answers</source>
        <translation>Semua jawaban</translation>
    </message>
    <message>
        <source>All atlases</source>
        <translation>Semua atlas</translation>
    </message>
    <message>
        <source>All body sites</source>
        <translation>Semua lokasi tubuh</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>Semua kelas</translation>
    </message>
    <message>
        <source>All diagnoses</source>
        <translation>Semua diagnosis</translation>
    </message>
    <message>
        <source>All diagnoses of the topic</source>
        <translation>Semua diagnosis dari topik</translation>
    </message>
    <message>
        <source>All else painted over</source>
        <translation>Selain lesi ditutupi cat</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Semua berkas</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Semua berkas (*)</translation>
    </message>
    <message>
        <source>All images</source>
        <translation>Semua citra</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Semua jenis</translation>
    </message>
    <message>
        <source>All kinds of image</source>
        <translation>Semua jenis citra</translation>
    </message>
    <message>
        <source>All licences</source>
        <translation>Semua lisensi</translation>
    </message>
    <message>
        <source>All malignant</source>
        <translation>Semua yang ganas</translation>
    </message>
    <message>
        <source>All of them while none is ticked.</source>
        <translation>Semuanya selama tidak ada yang dicentang.</translation>
    </message>
    <message>
        <source>All opened images with their findings</source>
        <translation>Semua citra yang dibuka beserta temuannya</translation>
    </message>
    <message>
        <source>All other images can be browsed.</source>
        <translation>Semua citra lain dapat dijelajahi.</translation>
    </message>
    <message>
        <source>All places on the body</source>
        <translation>Semua tempat di tubuh</translation>
    </message>
    <message>
        <source>All sexes</source>
        <translation>Semua jenis kelamin</translation>
    </message>
    <message>
        <source>All skin types</source>
        <translation>Semua tipe kulit</translation>
    </message>
    <message>
        <source>All that the grid shows</source>
        <translation>Semua yang tampak di kisi</translation>
    </message>
    <message>
        <source>Also count lesions of patients aged {age}</source>
        <translation>Hitung juga lesi pasien berusia {age}</translation>
    </message>
    <message>
        <source>Also count lesions of this site: {words}</source>
        <translation>Hitung juga lesi di tempat ini: {words}</translation>
    </message>
    <message>
        <source>Also: {names}.</source>
        <translation>Juga: {names}.</translation>
    </message>
    <message>
        <source>An atlas is a folder of images whose diagnoses are known. Open one, or make one of your own labelled images: a folder for each class, a table, or HAM10000.</source>
        <translation>Atlas adalah folder citra yang diagnosisnya diketahui. Buka sebuah atlas, atau buat dari citra berlabel milik Anda: satu folder untuk setiap kelas, sebuah tabel, atau HAM10000.</translation>
    </message>
    <message>
        <source>An atlas of {name} is not finished. Atlas &gt; Build an atlas goes on with it.</source>
        <translation>Atlas dari {name} belum selesai. Atlas &gt; Buat atlas melanjutkannya.</translation>
    </message>
    <message>
        <source>An atlas was begun here: it goes on where it was.</source>
        <translation>Di sini pernah dimulai sebuah atlas: pembuatannya dilanjutkan.</translation>
    </message>
    <message>
        <source>An atlas: its images and labels are taken again, with embeddings if wanted.</source>
        <translation>Sebuah atlas: citra dan labelnya diambil lagi, dengan embedding bila diinginkan.</translation>
    </message>
    <message>
        <source>An&amp;other diagnosis</source>
        <translation>Diagnosis &amp;lain</translation>
    </message>
    <message>
        <source>Anal&amp;yse folders</source>
        <translation>Analisis f&amp;older</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>Analisis ulang</translation>
    </message>
    <message>
        <source>Analyse all images of a folder, into a table</source>
        <translation>Analisis semua citra dalam folder menjadi tabel</translation>
    </message>
    <message>
        <source>Analyse new images in eight views, and say how far these agree; takes 8 times as long</source>
        <translation>Analisis citra baru dalam delapan tampilan, dan katakan seberapa jauh semuanya sependapat; perlu waktu 8 kali lebih lama</translation>
    </message>
    <message>
        <source>Analyse no more of the folder for now</source>
        <translation>Untuk sementara jangan menganalisis folder lebih lanjut</translation>
    </message>
    <message>
        <source>Analyse the chosen labelled images, as any others</source>
        <translation>Analisis citra berlabel yang dipilih, seperti citra lainnya</translation>
    </message>
    <message>
        <source>Analyse the images that have no row yet</source>
        <translation>Analisis citra yang belum memiliki baris</translation>
    </message>
    <message>
        <source>Analyse the selected image once more, where that can give more</source>
        <translation>Analisis citra yang dipilih sekali lagi, jika itu dapat memberi lebih banyak</translation>
    </message>
    <message>
        <source>Analyse whole folders</source>
        <translation>Analisis seluruh folder</translation>
    </message>
    <message>
        <source>Another model gave the newer finding: a change may be the model&apos;s, not the lesion&apos;s.</source>
        <translation>Temuan yang lebih baru berasal dari model lain: perubahan mungkin dari model, bukan dari lesi.</translation>
    </message>
    <message>
        <source>Another quiz</source>
        <translation>Kuis lain</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Jawaban</translation>
    </message>
    <message>
        <source>Answer this first: {what}</source>
        <translation>Jawab ini dulu: {what}</translation>
    </message>
    <message>
        <source>Answers are kept under this name, here</source>
        <translation>Jawaban disimpan dengan nama ini, di sini</translation>
    </message>
    <message>
        <source>Answers, quizzes, favourites and collections of this profile go with it, for good. Only a backup made before can bring them back.</source>
        <translation>Jawaban, kuis, favorit, dan koleksi profil ini ikut terhapus untuk selamanya. Hanya cadangan yang dibuat sebelumnya yang dapat mengembalikannya.</translation>
    </message>
    <message>
        <source>Any body site</source>
        <translation>Semua lokasi tubuh</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Luas</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Sebagai</translation>
    </message>
    <message>
        <source>As a &amp;quiz; questions:</source>
        <translation>Sebagai &amp;kuis; jumlah pertanyaan:</translation>
    </message>
    <message>
        <source>As a new lesion of the patient chosen b&amp;elow</source>
        <translation>Sebagai lesi &amp;baru dari pasien yang dipilih di bawah</translation>
    </message>
    <message>
        <source>As chosen last in the place Quiz: {choices}.</source>
        <translation>Seperti yang terakhir dipilih di tempat Kuis: {choices}.</translation>
    </message>
    <message>
        <source>As good as certain</source>
        <translation>Hampir pasti</translation>
    </message>
    <message>
        <source>As in the &amp;training data: no re-weighting</source>
        <translation>Seperti dalam &amp;data pelatihan: tanpa pembobotan ulang</translation>
    </message>
    <message>
        <source>As in the source</source>
        <translation>Seperti di sumbernya</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Seperti sekarang</translation>
    </message>
    <message>
        <source>As long as it takes</source>
        <translation>Selama diperlukan</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Seperti &amp;sistem</translation>
    </message>
    <message>
        <source>As the archive calls it, in English</source>
        <translation>Seperti sebutannya di arsip, dalam bahasa Inggris</translation>
    </message>
    <message>
        <source>As they came</source>
        <translation>Menurut urutan datang</translation>
    </message>
    <message>
        <source>As wide as there is room</source>
        <translation>Selebar ruang yang ada</translation>
    </message>
    <message>
        <source>Ask again what was &amp;missed</source>
        <translation>Tanyakan lagi &amp;yang terlewat</translation>
    </message>
    <message>
        <source>Ask whether it is malignant, too</source>
        <translation>Tanyakan juga apakah ganas</translation>
    </message>
    <message>
        <source>Asking the archive…</source>
        <translation>Bertanya kepada arsip…</translation>
    </message>
    <message>
        <source>Asking the model…</source>
        <translation>Bertanya kepada model…</translation>
    </message>
    <message>
        <source>At least {least} characters</source>
        <translation>Sedikitnya {least} karakter</translation>
    </message>
    <message>
        <source>Atlas</source>
        <translation>Atlas</translation>
    </message>
    <message>
        <source>Atlas &gt; Build an atlas brings them in.</source>
        <translation>Atlas &gt; Buat atlas memasukkannya.</translation>
    </message>
    <message>
        <source>Atlas &gt; Build an atlas makes one of your own labelled images, which stay where they are.</source>
        <translation>Atlas &gt; Buat atlas membuat atlas dari citra berlabel milik Anda, yang tetap di tempatnya.</translation>
    </message>
    <message>
        <source>Bac&amp;k to the patient</source>
        <translation>Kemba&amp;li ke pasien</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Belakang</translation>
    </message>
    <message>
        <source>Back to one image</source>
        <translation>Kembali ke satu citra</translation>
    </message>
    <message>
        <source>Back to the &amp;grid</source>
        <translation>&amp;Kembali ke kisi</translation>
    </message>
    <message>
        <source>Back to the answe&amp;r</source>
        <translation>Kembali ke ja&amp;waban</translation>
    </message>
    <message>
        <source>Back to the answer</source>
        <translation>Kembali ke jawaban</translation>
    </message>
    <message>
        <source>Back to the grid</source>
        <translation>Kembali ke kisi</translation>
    </message>
    <message>
        <source>Back to the result</source>
        <translation>Kembali ke hasil</translation>
    </message>
    <message>
        <source>Back to the saved text</source>
        <translation>Kembali ke teks yang tersimpan</translation>
    </message>
    <message>
        <source>Back up all profiles</source>
        <translation>Cadangkan semua profil</translation>
    </message>
    <message>
        <source>Backup (*.sqlite3)</source>
        <translation>Cadangan (*.sqlite3)</translation>
    </message>
    <message>
        <source>Backups made before are not encrypted.</source>
        <translation>Cadangan yang dibuat sebelumnya tidak terenkripsi.</translation>
    </message>
    <message>
        <source>Backups made before open with the passphrase of their day.</source>
        <translation>Cadangan yang dibuat sebelumnya dibuka dengan frasa sandi pada waktu itu.</translation>
    </message>
    <message>
        <source>Be asked about labelled images, and learn from the answers</source>
        <translation>Ditanya tentang citra berlabel, dan belajar dari jawabannya</translation>
    </message>
    <message>
        <source>Be asked about the chosen labelled images</source>
        <translation>Ditanya tentang citra berlabel yang dipilih</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Mulai</translation>
    </message>
    <message>
        <source>Begin a quiz about the images whose answers were not right</source>
        <translation>Mulai kuis tentang citra yang jawabannya tidak benar</translation>
    </message>
    <message>
        <source>Begin profile</source>
        <translation>Mulai profil</translation>
    </message>
    <message>
        <source>Beginning…</source>
        <translation>Memulai…</translation>
    </message>
    <message>
        <source>Benign, class left open</source>
        <translation>Jinak, kelas dibiarkan terbuka</translation>
    </message>
    <message>
        <source>Black frame</source>
        <translation>Bingkai hitam</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>Kabur</translation>
    </message>
    <message>
        <source>Body map</source>
        <translation>Peta tubuh</translation>
    </message>
    <message>
        <source>Body map of the lesions</source>
        <translation>Peta tubuh lesi-lesi</translation>
    </message>
    <message>
        <source>Body site</source>
        <translation>Lokasi tubuh</translation>
    </message>
    <message>
        <source>Both images over each other</source>
        <translation>Kedua citra saling bertumpuk</translation>
    </message>
    <message>
        <source>Br&amp;ing in a package…</source>
        <translation>&amp;Masukkan paket…</translation>
    </message>
    <message>
        <source>Bring in a package</source>
        <translation>Masukkan paket</translation>
    </message>
    <message>
        <source>Bring in…</source>
        <translation>Masukkan…</translation>
    </message>
    <message>
        <source>Build an atlas</source>
        <translation>Buat atlas</translation>
    </message>
    <message>
        <source>Building an atlas</source>
        <translation>Membuat atlas</translation>
    </message>
    <message>
        <source>Building an atlas of {name}.</source>
        <translation>Membuat atlas dari {name}.</translation>
    </message>
    <message numerus="yes">
        <source>Building the atlas “{name}” has found {n:,} thing to know. Nothing was removed.</source>
        <comment>Building the atlas “{name}” has found {n:,} things to know. Nothing was removed.</comment>
        <translation>
            <numerusform>Saat atlas “{name}” dibuat, ditemukan {n:,} hal yang perlu diketahui. Tidak ada yang dihapus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Build…</source>
        <translation>Buat…</translation>
    </message>
    <message>
        <source>By body site</source>
        <translation>Menurut lokasi tubuh</translation>
    </message>
    <message>
        <source>By certainty</source>
        <translation>Menurut keyakinan</translation>
    </message>
    <message>
        <source>By diagnosis</source>
        <translation>Menurut diagnosis</translation>
    </message>
    <message>
        <source>By file name</source>
        <translation>Menurut nama berkas</translation>
    </message>
    <message>
        <source>By finding</source>
        <translation>Menurut temuan</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Menurut nama</translation>
    </message>
    <message>
        <source>By probability</source>
        <translation>Menurut probabilitas</translation>
    </message>
    <message>
        <source>By remarks</source>
        <translation>Menurut catatan</translation>
    </message>
    <message>
        <source>By these scales, the skin itself would have become larger or smaller by {percent:.0f} %: one of them may be wrong.</source>
        <translation>Menurut skala ini, kulit itu sendiri akan menjadi lebih besar atau lebih kecil sebanyak {percent:.0f}%: salah satunya mungkin keliru.</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>&amp;Ganti</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Tutup</translation>
    </message>
    <message>
        <source>CC-&amp;0: for any use</source>
        <translation>CC-&amp;0: untuk segala penggunaan</translation>
    </message>
    <message>
        <source>CC-BY-NC: as before, but for no comme&amp;rcial use</source>
        <translation>CC-BY-NC: seperti itu, tetapi bukan untuk tujuan kome&amp;rsial</translation>
    </message>
    <message>
        <source>CC-BY: for any use, with its author &amp;named</source>
        <translation>CC-BY: untuk segala penggunaan, dengan &amp;nama pembuatnya</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Cancel all anal&amp;yses</source>
        <translation>Batalkan semua a&amp;nalisis</translation>
    </message>
    <message>
        <source>Cancel the heat map</source>
        <translation>Batalkan peta panas</translation>
    </message>
    <message>
        <source>Cancelled. What has come or was sent stays.</source>
        <translation>Dibatalkan. Yang sudah datang atau dikirim tetap ada.</translation>
    </message>
    <message>
        <source>Cannot be read; open in Cases to see why</source>
        <translation>Tidak terbaca; lihat sebabnya di Kasus</translation>
    </message>
    <message>
        <source>Case &amp;mix…</source>
        <translation>K&amp;omposisi kasus…</translation>
    </message>
    <message>
        <source>Case mix</source>
        <translation>Komposisi kasus</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Keyakinan</translation>
    </message>
    <message>
        <source>Chan&amp;ge my answer…</source>
        <translation>&amp;Ubah jawaban saya…</translation>
    </message>
    <message>
        <source>Change name and place of {lesion}</source>
        <translation>Ubah nama dan tempat {lesion}</translation>
    </message>
    <message>
        <source>Change the checklist</source>
        <translation>Ubah daftar periksa</translation>
    </message>
    <message>
        <source>Change the diagnosis</source>
        <translation>Ubah diagnosis</translation>
    </message>
    <message>
        <source>Change the note</source>
        <translation>Ubah catatan</translation>
    </message>
    <message>
        <source>Change what is noted of {patient}</source>
        <translation>Ubah yang tercatat tentang {patient}</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ubah…</translation>
    </message>
    <message>
        <source>Chec&amp;k the atlas</source>
        <translation>Pe&amp;riksa atlas</translation>
    </message>
    <message>
        <source>Check whether model, engines, database, fonts and display work here</source>
        <translation>Memeriksa apakah model, mesin, basis data, fon, dan layar berfungsi di sini</translation>
    </message>
    <message>
        <source>Check whether the finding stays with the lesion painted over</source>
        <translation>Periksa apakah temuan tetap sama jika lesi ditutupi cat</translation>
    </message>
    <message>
        <source>Checking an atlas</source>
        <translation>Memeriksa atlas</translation>
    </message>
    <message>
        <source>Checking the atlas in {name}.</source>
        <translation>Memeriksa atlas di {name}.</translation>
    </message>
    <message>
        <source>Checking this installation…</source>
        <translation>Memeriksa instalasi ini…</translation>
    </message>
    <message>
        <source>Choose a column</source>
        <translation>Pilih kolom</translation>
    </message>
    <message>
        <source>Choose a folder for heat maps</source>
        <translation>Pilih folder untuk peta panas</translation>
    </message>
    <message>
        <source>Choose a folder for images</source>
        <translation>Pilih folder untuk citra</translation>
    </message>
    <message>
        <source>Choose a folder for the atlas</source>
        <translation>Pilih folder untuk atlas</translation>
    </message>
    <message>
        <source>Choose a folder of images</source>
        <translation>Pilih folder citra</translation>
    </message>
    <message>
        <source>Choose a folder of labelled images</source>
        <translation>Pilih folder citra berlabel</translation>
    </message>
    <message>
        <source>Choose a folder of labelled images, to browse and to find similar ones in</source>
        <translation>Pilih folder citra berlabel, untuk dijelajahi dan untuk mencari yang mirip</translation>
    </message>
    <message>
        <source>Choose a lesion</source>
        <translation>Pilih sebuah lesi</translation>
    </message>
    <message>
        <source>Choose a licence, and name a folder for the images.</source>
        <translation>Pilih lisensi, dan beri nama folder untuk citra.</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Pilih logo</translation>
    </message>
    <message>
        <source>Choose a longer time or another atlas, or count everything.</source>
        <translation>Pilih waktu yang lebih panjang atau atlas lain, atau hitung semuanya.</translation>
    </message>
    <message>
        <source>Choose a passphrase first: File, Lock after a while.</source>
        <translation>Pilih dahulu frasa sandi: Berkas, Kunci setelah beberapa saat.</translation>
    </message>
    <message>
        <source>Choose a picture as logo</source>
        <translation>Pilih gambar sebagai logo</translation>
    </message>
    <message>
        <source>Choose a table of images</source>
        <translation>Pilih tabel citra</translation>
    </message>
    <message>
        <source>Choose after how long without use everything is covered, and the passphrase</source>
        <translation>Pilih setelah berapa lama tanpa pemakaian semuanya ditutupi, dan frasa sandinya</translation>
    </message>
    <message>
        <source>Choose an atlas of labelled images, and those that are most like this one stand here.</source>
        <translation>Pilih atlas citra berlabel, dan yang paling mirip dengan citra ini akan tampil di sini.</translation>
    </message>
    <message>
        <source>Choose an atlas…</source>
        <translation>Pilih atlas…</translation>
    </message>
    <message>
        <source>Choose an empty folder</source>
        <translation>Pilih folder kosong</translation>
    </message>
    <message>
        <source>Choose an empty folder for what can be read</source>
        <translation>Pilih folder kosong untuk yang dapat dibaca</translation>
    </message>
    <message>
        <source>Choose another atlas…</source>
        <translation>Pilih atlas lain…</translation>
    </message>
    <message>
        <source>Choose image files to look at</source>
        <translation>Pilih berkas citra untuk dilihat</translation>
    </message>
    <message>
        <source>Choose images with a finding in Look first: theirs are sent.</source>
        <translation>Pilih dulu citra yang ada temuannya di Lihat: temuannya yang dikirim.</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Pilih folder</translation>
    </message>
    <message>
        <source>Choose the folder of a model</source>
        <translation>Pilih folder model</translation>
    </message>
    <message>
        <source>Choose the folder of a model to install</source>
        <translation>Pilih folder model yang akan dipasang</translation>
    </message>
    <message>
        <source>Choose the folder of an atlas</source>
        <translation>Pilih folder atlas</translation>
    </message>
    <message>
        <source>Choose the folder of heat maps</source>
        <translation>Pilih folder peta panas</translation>
    </message>
    <message>
        <source>Choose the folder of the atlas</source>
        <translation>Pilih folder atlas</translation>
    </message>
    <message>
        <source>Choose the folder of the images</source>
        <translation>Pilih folder citra</translation>
    </message>
    <message>
        <source>Choose the folder that the table is about</source>
        <translation>Pilih folder yang dibahas tabel ini</translation>
    </message>
    <message>
        <source>Choose the table</source>
        <translation>Pilih tabel</translation>
    </message>
    <message>
        <source>Choose two columns of the table.</source>
        <translation>Pilih dua kolom tabel itu.</translation>
    </message>
    <message>
        <source>Choose where the pictures shall lie</source>
        <translation>Pilih tempat menyimpan gambar</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Kosongkan semua</translation>
    </message>
    <message>
        <source>Click where the lesion is</source>
        <translation>Klik di tempat lesi berada</translation>
    </message>
    <message>
        <source>Clinic, logo, paper and parts</source>
        <translation>Klinik, logo, kertas, dan bagian</translation>
    </message>
    <message>
        <source>Clinical: from looking</source>
        <translation>Klinis: dari pengamatan</translation>
    </message>
    <message>
        <source>Close &amp;all images</source>
        <translation>Tutup se&amp;mua citra</translation>
    </message>
    <message>
        <source>Close Lentigo</source>
        <translation>Tutup Lentigo</translation>
    </message>
    <message>
        <source>Close the preview</source>
        <translation>Tutup pratinjau</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Tutup pemberitahuan ini</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Tertutup</translation>
    </message>
    <message>
        <source>Collectio&amp;ns…</source>
        <translation>K&amp;oleksi…</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Koleksi</translation>
    </message>
    <message>
        <source>Collections…</source>
        <translation>Koleksi…</translation>
    </message>
    <message>
        <source>Colour cast</source>
        <translation>Warna menyimpang</translation>
    </message>
    <message>
        <source>Colour heat so that it is legible to colour-blind people as well</source>
        <translation>Warnai panas agar terbaca juga oleh penyandang buta warna</translation>
    </message>
    <message>
        <source>Colour profile not used</source>
        <translation>Profil warna tidak dipakai</translation>
    </message>
    <message>
        <source>Colours of the heat map</source>
        <translation>Warna peta panas</translation>
    </message>
    <message>
        <source>Colours of the heat map, all legible to colour-blind people</source>
        <translation>Warna peta panas, semuanya terbaca oleh penyandang buta warna</translation>
    </message>
    <message>
        <source>Column of the &amp;diagnoses</source>
        <translation>Kolom &amp;diagnosis</translation>
    </message>
    <message>
        <source>Column of the f&amp;iles</source>
        <translation>Kolom be&amp;rkas</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Perintah</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Perintah</translation>
    </message>
    <message>
        <source>Commit &amp;first</source>
        <translation>&amp;Jawab dahulu</translation>
    </message>
    <message>
        <source>Commit and &amp;show the finding</source>
        <translation>&amp;Jawab dan tampilkan temuan</translation>
    </message>
    <message>
        <source>Commit to this answer</source>
        <translation>Tetapkan jawaban ini</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Bandingkan</translation>
    </message>
    <message>
        <source>Compare &amp;side by side</source>
        <translation>Bandingkan be&amp;rdampingan</translation>
    </message>
    <message>
        <source>Compare two images of the lesion that was chosen</source>
        <translation>Bandingkan dua citra lesi yang dipilih</translation>
    </message>
    <message>
        <source>Compare two images of {lesion}</source>
        <translation>Bandingkan dua citra {lesion}</translation>
    </message>
    <message>
        <source>Computing a heat map</source>
        <translation>Menghitung peta panas</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Dipastikan</translation>
    </message>
    <message>
        <source>Copies an&amp;d contradictions</source>
        <translation>Salinan &amp;dan pertentangan</translation>
    </message>
    <message>
        <source>Copy the checksum</source>
        <translation>Salin jumlah pemeriksa</translation>
    </message>
    <message>
        <source>Count everything</source>
        <translation>Hitung semuanya</translation>
    </message>
    <message>
        <source>Count the lesions of everybody</source>
        <translation>Hitung lesi semua orang</translation>
    </message>
    <message>
        <source>Counted as malignant</source>
        <translation>Dihitung sebagai ganas</translation>
    </message>
    <message>
        <source>Counts of your answers</source>
        <translation>Jumlah jawaban Anda</translation>
    </message>
    <message>
        <source>Cover everything until the passphrase is typed</source>
        <translation>Tutupi semuanya sampai frasa sandi diketik</translation>
    </message>
    <message>
        <source>Crash reports</source>
        <translation>Laporan kemogokan</translation>
    </message>
    <message>
        <source>DICOM archive</source>
        <translation>Arsip DICOM</translation>
    </message>
    <message>
        <source>DICOM files that say their diagnoses.</source>
        <translation>Berkas DICOM yang menyebut diagnosisnya.</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Rusak</translation>
    </message>
    <message>
        <source>Damaged metadata</source>
        <translation>Metadata rusak</translation>
    </message>
    <message>
        <source>Dark text on a light ground</source>
        <translation>Teks gelap di atas latar terang</translation>
    </message>
    <message>
        <source>Database and images of the cases are encrypted: whoever finds this computer, or a copy of their folder, sees nothing of them without the passphrase.</source>
        <translation>Basis data dan citra kasus dienkripsi: siapa pun yang menemukan komputer ini, atau salinan foldernya, tidak melihat apa-apa tanpa frasa sandi.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Day of the picture</source>
        <translation>Tanggal gambar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Delete the collection “{name}”?</source>
        <translation>Hapus koleksi “{name}”?</translation>
    </message>
    <message>
        <source>Delete the image of {day}?</source>
        <translation>Hapus citra tanggal {day}?</translation>
    </message>
    <message>
        <source>Delete the patient whose page is open, with all images, for good</source>
        <translation>Hapus pasien yang halamannya terbuka, dengan semua citra, untuk selamanya</translation>
    </message>
    <message>
        <source>Delete the profile that is chosen with all its answers, for good</source>
        <translation>Menghapus profil yang dipilih beserta semua jawabannya, untuk selamanya</translation>
    </message>
    <message>
        <source>Delete the profile {name} with {answers}?</source>
        <translation>Hapus profil {name} beserta {answers}?</translation>
    </message>
    <message>
        <source>Delete {lesion} of {patient} with {images}?</source>
        <translation>Hapus {lesion} dari {patient} dengan {images}?</translation>
    </message>
    <message>
        <source>Delete {lesion} with its images</source>
        <translation>Hapus {lesion} dengan citranya</translation>
    </message>
    <message>
        <source>Delete {patient} with {lesions} and {images}?</source>
        <translation>Hapus {patient} dengan {lesions} dan {images}?</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Hapus…</translation>
    </message>
    <message>
        <source>Dermoscopy</source>
        <translation>Dermoskopi</translation>
    </message>
    <message>
        <source>Dermoscopy (DMS)</source>
        <translation>Dermoskopi (DMS)</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Keterangan</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Rincian</translation>
    </message>
    <message>
        <source>Diagnoses</source>
        <translation>Diagnosis</translation>
    </message>
    <message>
        <source>Diagnoses offered</source>
        <translation>Diagnosis yang ditawarkan</translation>
    </message>
    <message>
        <source>Diagnoses: none chosen means all</source>
        <translation>Diagnosis: bila tidak ada yang dipilih, berarti semua</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnosis</translation>
    </message>
    <message>
        <source>Diagnosis, site, source or file</source>
        <translation>Diagnosis, lokasi, sumber, berkas</translation>
    </message>
    <message>
        <source>Diagnosis: {name}</source>
        <translation>Diagnosis: {name}</translation>
    </message>
    <message>
        <source>Different diagnoses</source>
        <translation>Diagnosis berbeda</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>Kesulitan</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Buang draf</translation>
    </message>
    <message>
        <source>Discard the draft, back to what is saved</source>
        <translation>Buang draf, kembali ke yang tersimpan</translation>
    </message>
    <message>
        <source>Distance {distance}</source>
        <translation>Jarak {distance}</translation>
    </message>
    <message>
        <source>Divider at {percent} percent</source>
        <translation>Pembagi pada {percent} persen</translation>
    </message>
    <message>
        <source>Draw a line along a ruler in the picture, from one mark to another: with the mouse, or with the arrow keys (Ctrl moves the other end, Shift moves faster) and Enter.</source>
        <translation>Tarik garis sepanjang penggaris dalam gambar, dari satu tanda ke tanda lain: dengan tetikus, atau dengan tombol panah (Ctrl menggerakkan ujung lainnya, Shift bergerak lebih cepat) dan Enter.</translation>
    </message>
    <message>
        <source>Draw a line over what you want to measure: with the mouse, or with the arrow keys (Ctrl moves the other end, Shift moves faster) and Enter.</source>
        <translation>Tarik garis pada yang ingin Anda ukur: dengan tetikus, atau dengan tombol panah (Ctrl menggerakkan ujung lainnya, Shift bergerak lebih cepat) dan Enter.</translation>
    </message>
    <message>
        <source>Draw an atlas of made-up lesions, to see how the place works; it takes seconds</source>
        <translation>Gambar atlas lesi rekaan, untuk melihat cara kerja tempat ini; hanya perlu beberapa detik</translation>
    </message>
    <message>
        <source>Draw the outlines that the areas come from</source>
        <translation>Gambar garis tepi yang menjadi asal luasnya</translation>
    </message>
    <message>
        <source>Drawing images, and building an atlas of them.</source>
        <translation>Menggambar citra, dan membuat atlas darinya.</translation>
    </message>
    <message>
        <source>Drawing the questions…</source>
        <translation>Memilih pertanyaan…</translation>
    </message>
    <message>
        <source>Drop pictures or folders here, also from a browser, or paste a picture.
JPEG, PNG, TIFF, BMP, WebP, AVIF, HEIC, GIF and DICOM.</source>
        <translation>Jatuhkan gambar atau folder di sini, juga dari peramban, atau tempel gambar.
JPEG, PNG, TIFF, BMP, WebP, AVIF, HEIC, GIF, dan DICOM.</translation>
    </message>
    <message>
        <source>Drop to analyse all images of it, into a table</source>
        <translation>Lepaskan untuk menganalisis semua citranya ke dalam tabel</translation>
    </message>
    <message>
        <source>Drop to open these {number} files or folders</source>
        <translation>Jatuhkan untuk membuka {number} berkas atau folder ini</translation>
    </message>
    <message>
        <source>Drop to open this picture</source>
        <translation>Jatuhkan untuk membuka gambar ini</translation>
    </message>
    <message>
        <source>Drop to open {name}</source>
        <translation>Jatuhkan untuk membuka {name}</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>Ekspor &amp;hasil</translation>
    </message>
    <message>
        <source>EXIF, GPS position and the patient&apos;s data in DICOM files</source>
        <translation>EXIF, posisi GPS, dan data pasien dalam berkas DICOM</translation>
    </message>
    <message>
        <source>Each place weighed; needs TensorFlow</source>
        <translation>Setiap tempat ditimbang; memerlukan TensorFlow</translation>
    </message>
    <message>
        <source>Edit unsaved draft…</source>
        <translation>Sunting draf yang belum disimpan…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Sunting…</translation>
    </message>
    <message>
        <source>Else they stay where they are.</source>
        <translation>Jika tidak, citra tetap di tempatnya.</translation>
    </message>
    <message>
        <source>Empty the window; the files stay</source>
        <translation>Kosongkan jendela; berkasnya tetap ada</translation>
    </message>
    <message>
        <source>Empty this list; the files stay</source>
        <translation>Kosongkan daftar ini; berkasnya tetap ada</translation>
    </message>
    <message>
        <source>Encrypt database and images of the cases, or change or remove the passphrase</source>
        <translation>Enkripsi basis data dan citra kasus, atau ganti atau hilangkan frasa sandinya</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Akhiri</translation>
    </message>
    <message>
        <source>End the process that analyses, and start a new one</source>
        <translation>Akhiri proses yang menganalisis, dan mulai yang baru</translation>
    </message>
    <message>
        <source>Enlarge the picture</source>
        <translation>Perbesar gambar</translation>
    </message>
    <message>
        <source>Enter commits: only then are you told.</source>
        <translation>Enter menetapkan: baru kemudian Anda diberi tahu.</translation>
    </message>
    <message>
        <source>Enter shows one again</source>
        <translation>Enter menampilkannya lagi</translation>
    </message>
    <message>
        <source>Enter shows one large</source>
        <translation>Enter menampilkan satu citra besar</translation>
    </message>
    <message>
        <source>Everything happens on this computer: no picture and no finding leaves it unless you send it.</source>
        <translation>Semuanya terjadi di komputer ini: tidak ada gambar dan tidak ada temuan yang meninggalkannya kecuali Anda mengirimnya.</translation>
    </message>
    <message>
        <source>Evi&amp;dence</source>
        <translation>Bukt&amp;i</translation>
    </message>
    <message>
        <source>Explain the next &amp;class</source>
        <translation>Jelaskan &amp;kelas berikutnya</translation>
    </message>
    <message>
        <source>Explain the previous c&amp;lass</source>
        <translation>Je&amp;laskan kelas sebelumnya</translation>
    </message>
    <message>
        <source>Explain {name}</source>
        <translation>Jelaskan {name}</translation>
    </message>
    <message>
        <source>Explain {name} by itself</source>
        <translation>Jelaskan {name} saja</translation>
    </message>
    <message>
        <source>Explain {name} rather than {other}</source>
        <translation>Jelaskan {name} dibandingkan dengan {other}</translation>
    </message>
    <message>
        <source>Export as DICOM</source>
        <translation>Ekspor sebagai DICOM</translation>
    </message>
    <message>
        <source>Export as FHIR</source>
        <translation>Ekspor sebagai FHIR</translation>
    </message>
    <message>
        <source>Export cases</source>
        <translation>Ekspor kasus</translation>
    </message>
    <message>
        <source>F&amp;rom</source>
        <translation>&amp;Dari</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Layar pen&amp;uh</translation>
    </message>
    <message>
        <source>Fai&amp;nter heat map</source>
        <translation>Peta panas lebih sama&amp;r</translation>
    </message>
    <message>
        <source>Fairly sure</source>
        <translation>Cukup yakin</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Favourites and collections</source>
        <translation>Favorit dan koleksi</translation>
    </message>
    <message>
        <source>Fetch and &amp;open…</source>
        <translation>Ambil dan b&amp;uka…</translation>
    </message>
    <message>
        <source>Fetch labelled images over the network, with licence and author of each</source>
        <translation>Ambil citra berlabel lewat jaringan, dengan lisensi dan pembuat masing-masing</translation>
    </message>
    <message>
        <source>Fetching images</source>
        <translation>Mengambil citra</translation>
    </message>
    <message>
        <source>Fetching images of the ISIC archive into {name}.</source>
        <translation>Mengambil citra arsip ISIC ke {name}.</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>Mengambil…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Files are often named after patients</source>
        <translation>Berkas sering dinamai menurut pasien</translation>
    </message>
    <message>
        <source>Fill a checklist of {lesion}</source>
        <translation>Isi daftar periksa untuk {lesion}</translation>
    </message>
    <message>
        <source>Films&amp;trip</source>
        <translation>Strip &amp;film</translation>
    </message>
    <message>
        <source>Filmstrip</source>
        <translation>Strip film</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filters ({n})</source>
        <translation>Filter ({n})</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Cari perintah</translation>
    </message>
    <message>
        <source>Find studies in an archive, fetch their pictures, send findings to it</source>
        <translation>Cari studi di arsip, ambil gambarnya, kirim temuan ke sana</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Temuan</translation>
    </message>
    <message>
        <source>Finding of the model: {finding} {share}</source>
        <translation>Temuan model: {finding} {share}</translation>
    </message>
    <message>
        <source>Finding: {name} {percent}</source>
        <translation>Temuan: {name} {percent}</translation>
    </message>
    <message>
        <source>Findings of the model</source>
        <translation>Temuan model</translation>
    </message>
    <message>
        <source>Finer, place by place; needs TensorFlow</source>
        <translation>Lebih halus, tempat demi tempat; memerlukan TensorFlow</translation>
    </message>
    <message>
        <source>First answer right</source>
        <translation>Jawaban pertama benar</translation>
    </message>
    <message>
        <source>First frame only</source>
        <translation>Hanya bingkai pertama</translation>
    </message>
    <message>
        <source>First lesion</source>
        <translation>Lesi pertama</translation>
    </message>
    <message>
        <source>Fit &amp;width</source>
        <translation>Paskan &amp;lebar</translation>
    </message>
    <message>
        <source>Fixed by the administrators of this computer.</source>
        <translation>Ditetapkan oleh administrator komputer ini.</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>Fol&amp;der</translation>
    </message>
    <message>
        <source>Folder of heat maps</source>
        <translation>Folder peta panas</translation>
    </message>
    <message>
        <source>Folder of the &amp;atlas</source>
        <translation>Folder &amp;atlas</translation>
    </message>
    <message>
        <source>Folders named after diagnoses, HAM10000, a table (CSV) of files and diagnoses, or DICOM files that say theirs.</source>
        <translation>Folder bernama diagnosis, HAM10000, tabel (CSV) berkas dan diagnosis, atau berkas DICOM yang menyebut diagnosisnya.</translation>
    </message>
    <message>
        <source>Folders, each named after a diagnosis.</source>
        <translation>Folder yang masing-masing bernama diagnosis.</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>Tindak lanjut</translation>
    </message>
    <message>
        <source>Follow-&amp;up</source>
        <translation>Pilihan tindak lanj&amp;ut</translation>
    </message>
    <message>
        <source>For research and education; not a diagnosis; not a medical device.</source>
        <translation>Untuk penelitian dan pendidikan; bukan diagnosis; bukan alat kesehatan.</translation>
    </message>
    <message>
        <source>From the ISIC archive</source>
        <translation>Dari arsip ISIC</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Depan</translation>
    </message>
    <message>
        <source>Give the profile that is chosen another name</source>
        <translation>Memberi nama lain pada profil yang dipilih</translation>
    </message>
    <message>
        <source>Go back to the model that comes with Lentigo</source>
        <translation>Kembali ke model yang disertakan dengan Lentigo</translation>
    </message>
    <message>
        <source>Go back to the model that was in use before the last was installed</source>
        <translation>Kembali ke model yang dipakai sebelum yang terakhir dipasang</translation>
    </message>
    <message>
        <source>Go back to where quizzes are begun; it can be gone on with (Esc)</source>
        <translation>Kembali ke tempat kuis dimulai; kuis ini dapat dilanjutkan (Esc)</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>Go on changing name and place of {lesion}</source>
        <translation>Lanjutkan mengubah nama dan tempat {lesion}</translation>
    </message>
    <message>
        <source>Go on changing the checklist</source>
        <translation>Lanjutkan mengubah daftar periksa</translation>
    </message>
    <message>
        <source>Go on changing the diagnosis</source>
        <translation>Lanjutkan mengubah diagnosis</translation>
    </message>
    <message>
        <source>Go on changing the note</source>
        <translation>Lanjutkan mengubah catatan</translation>
    </message>
    <message>
        <source>Go on changing what is noted of {patient}</source>
        <translation>Lanjutkan mengubah yang tercatat tentang {patient}</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>Go on with the unsaved diagnosis of {lesion}</source>
        <translation>Lanjutkan diagnosis yang belum disimpan untuk {lesion}</translation>
    </message>
    <message>
        <source>Go on with the unsaved note about {about}</source>
        <translation>Lanjutkan catatan yang belum disimpan tentang {about}</translation>
    </message>
    <message>
        <source>Go on with unsaved diagnosis…</source>
        <translation>Lanjutkan diagnosis yang belum disimpan…</translation>
    </message>
    <message>
        <source>Go on with unsaved note…</source>
        <translation>Lanjutkan catatan yang belum disimpan…</translation>
    </message>
    <message>
        <source>Go on with unsaved {name}…</source>
        <translation>Lanjutkan {name} yang belum disimpan…</translation>
    </message>
    <message>
        <source>Go one image to the left</source>
        <translation>Ke satu citra di kiri</translation>
    </message>
    <message>
        <source>Go one image to the right</source>
        <translation>Ke satu citra di kanan</translation>
    </message>
    <message>
        <source>Go to {words}</source>
        <translation>Ke {words}</translation>
    </message>
    <message>
        <source>Gr&amp;ad-CAM++</source>
        <translation>Gr&amp;ad-CAM++</translation>
    </message>
    <message>
        <source>Grey values stretched</source>
        <translation>Nilai abu-abu diregangkan</translation>
    </message>
    <message>
        <source>Grouped by body site</source>
        <translation>Kelompok: lokasi tubuh</translation>
    </message>
    <message>
        <source>Grouped by confirmation</source>
        <translation>Kelompok: konfirmasi</translation>
    </message>
    <message>
        <source>Grouped by diagnosis</source>
        <translation>Kelompok: diagnosis</translation>
    </message>
    <message>
        <source>Grouped by kind of image</source>
        <translation>Kelompok: jenis citra</translation>
    </message>
    <message>
        <source>Grouped by sex</source>
        <translation>Kelompok: jenis kelamin</translation>
    </message>
    <message>
        <source>Grouped by skin type</source>
        <translation>Kelompok: tipe kulit</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Kelompok</translation>
    </message>
    <message>
        <source>HAM10000, as it is published.</source>
        <translation>HAM10000, seperti diterbitkan.</translation>
    </message>
    <message>
        <source>Have everything be as it was when the backup was made</source>
        <translation>Mengembalikan semuanya seperti saat cadangan dibuat</translation>
    </message>
    <message>
        <source>Heat map &amp;colours</source>
        <translation>&amp;Warna peta panas</translation>
    </message>
    <message>
        <source>Heat map &amp;method</source>
        <translation>&amp;Metode peta panas</translation>
    </message>
    <message>
        <source>Heat map hides {opacity} % at its hottest place ([ and ])</source>
        <translation>Peta panas menutupi {opacity}% di tempat terpanasnya ([ dan ])</translation>
    </message>
    <message>
        <source>Here patients, their lesions, images and findings are kept, on this computer or on your clinic&apos;s own server. Looking at images stores nothing.</source>
        <translation>Di sini pasien, lesi, citra, dan temuannya disimpan, di komputer ini atau di server klinik Anda sendiri. Melihat citra tidak menyimpan apa pun.</translation>
    </message>
    <message>
        <source>Ho&amp;w many in all</source>
        <translation>Ju&amp;mlah seluruhnya</translation>
    </message>
    <message>
        <source>Ho&amp;w sure</source>
        <translation>Seberapa &amp;yakin</translation>
    </message>
    <message>
        <source>How &amp;many are there?</source>
        <translation>Ada &amp;berapa?</translation>
    </message>
    <message>
        <source>How far the score falls when a place is hidden</source>
        <translation>Seberapa jauh skor turun jika suatu tempat disembunyikan</translation>
    </message>
    <message>
        <source>How frequent each disease is where you work changes what a picture means. If you know it, state it here: all probabilities are then re-weighted to it, and marked as such.</source>
        <translation>Seberapa sering setiap penyakit di tempat kerja Anda mengubah arti suatu gambar. Jika Anda mengetahuinya, nyatakan di sini: semua probabilitas lalu dibobot ulang, dan ditandai demikian.</translation>
    </message>
    <message>
        <source>How long each image is seen</source>
        <translation>Berapa lama setiap citra terlihat</translation>
    </message>
    <message>
        <source>How long each image is seen while they blink</source>
        <translation>Berapa lama setiap citra terlihat saat berkedip</translation>
    </message>
    <message>
        <source>How much each pixel matters; needs TensorFlow</source>
        <translation>Seberapa penting setiap piksel; memerlukan TensorFlow</translation>
    </message>
    <message>
        <source>How often you agreed with the model, changed your mind, and were right</source>
        <translation>Seberapa sering Anda sependapat dengan model, berubah pikiran, dan benar</translation>
    </message>
    <message>
        <source>How sure are you of the diagnosis?</source>
        <translation>Seberapa yakin Anda akan diagnosisnya?</translation>
    </message>
    <message>
        <source>How sure are you?</source>
        <translation>Seberapa yakin Anda?</translation>
    </message>
    <message>
        <source>How the heat map is computed</source>
        <translation>Bagaimana peta panas dihitung</translation>
    </message>
    <message>
        <source>How the pictures were taken</source>
        <translation>Cara gambar diambil</translation>
    </message>
    <message>
        <source>However confirmed</source>
        <translation>Semua konfirmasi</translation>
    </message>
    <message>
        <source>However sure</source>
        <translation>Seyakin apa pun</translation>
    </message>
    <message>
        <source>I hold the &amp;rights to all of these images, whatever the licences say</source>
        <translation>Saya memegang &amp;hak atas semua citra ini, apa pun kata lisensinya</translation>
    </message>
    <message>
        <source>ISIC arc&amp;hive…</source>
        <translation>Arsip &amp;ISIC…</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Citra</translation>
    </message>
    <message>
        <source>Image: {source}. {licence}</source>
        <translation>Citra: {source}. {licence}</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Citra</translation>
    </message>
    <message>
        <source>Images cannot be analysed. {reason}</source>
        <translation>Citra tidak dapat dianalisis. {reason}</translation>
    </message>
    <message>
        <source>Images in</source>
        <translation>Citra dalam</translation>
    </message>
    <message>
        <source>Images of the atlas</source>
        <translation>Citra dalam atlas</translation>
    </message>
    <message>
        <source>Images of {name}</source>
        <translation>Citra {name}</translation>
    </message>
    <message>
        <source>In own w&amp;ords</source>
        <translation>Kata-kata s&amp;endiri</translation>
    </message>
    <message>
        <source>In the atlas</source>
        <translation>Di atlas</translation>
    </message>
    <message>
        <source>In the first row: {cells}</source>
        <translation>Pada baris pertama: {cells}</translation>
    </message>
    <message>
        <source>In the newer image: {reason}</source>
        <translation>Pada citra yang lebih baru: {reason}</translation>
    </message>
    <message>
        <source>In the older image: {reason}</source>
        <translation>Pada citra yang lebih lama: {reason}</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>Tinta</translation>
    </message>
    <message>
        <source>Is it malignant?</source>
        <translation>Apakah ganas?</translation>
    </message>
    <message>
        <source>It also says: {what}. Nothing of it is taken over.</source>
        <translation>Isinya juga: {what}. Tidak ada yang diambil alih.</translation>
    </message>
    <message>
        <source>It holds only labels, and the open atlas has none of the images. Open an atlas that has them, then bring it in again.</source>
        <translation>Isinya hanya label, dan atlas yang terbuka tidak punya satu pun citranya. Buka atlas yang memilikinya, lalu masukkan lagi.</translation>
    </message>
    <message>
        <source>It is kept, then you are told (Enter)</source>
        <translation>Jawaban disimpan, lalu Anda diberi tahu (Enter)</translation>
    </message>
    <message>
        <source>It is not opened as it is, because a diagnosis may have changed. What can be read of it can be written into another folder, which is opened then.</source>
        <translation>Atlas itu tidak dibuka begitu saja, karena sebuah diagnosis mungkin telah berubah. Yang dapat dibaca dapat ditulis ke folder lain, yang lalu dibuka.</translation>
    </message>
    <message>
        <source>It is the patient&apos;s only lesion, so the patient goes with it.</source>
        <translation>Ini satu-satunya lesi pasien, jadi pasien ikut terhapus.</translation>
    </message>
    <message>
        <source>It is this file.</source>
        <translation>Memang berkas ini.</translation>
    </message>
    <message>
        <source>Its answers stay; it is not offered any more</source>
        <translation>Jawabannya tetap ada; kuis ini tidak ditawarkan lagi</translation>
    </message>
    <message>
        <source>Its images stay in the atlas, and in other collections.</source>
        <translation>Citranya tetap ada di atlas, dan di koleksi lain.</translation>
    </message>
    <message>
        <source>Its maker confirms to hold the rights to all images, whatever the licences say.</source>
        <translation>Pembuatnya menyatakan memegang hak atas semua citra, apa pun kata lisensinya.</translation>
    </message>
    <message>
        <source>Its original and its finding go, for good. Only a backup made before can bring them back.</source>
        <translation>Berkas asli dan temuannya terhapus untuk selamanya. Hanya cadangan yang dibuat sebelumnya yang dapat mengembalikannya.</translation>
    </message>
    <message>
        <source>Its path below the folder</source>
        <translation>Jalurnya di bawah folder</translation>
    </message>
    <message>
        <source>Its patient&apos;s page opens here, with every image over time.</source>
        <translation>Halaman pasiennya terbuka di sini, dengan setiap citra dari waktu ke waktu.</translation>
    </message>
    <message>
        <source>Keep the image, unchanged, and its finding with a patient&apos;s lesion</source>
        <translation>Simpan citra, tanpa diubah, dan temuannya pada lesi seorang pasien</translation>
    </message>
    <message>
        <source>Kept only while this dialog is open</source>
        <translation>Disimpan hanya selama dialog ini terbuka</translation>
    </message>
    <message>
        <source>Key {n}</source>
        <translation>Tombol {n}</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Pintasan papan tik</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>L</source>
        <translation>Ki</translation>
    </message>
    <message>
        <source>Labelled images to learn from</source>
        <translation>Citra berlabel untuk belajar</translation>
    </message>
    <message>
        <source>Labels of pictures that stay go along, for who has the images.</source>
        <translation>Label dari gambar yang tertinggal tetap ikut, untuk yang memiliki citranya.</translation>
    </message>
    <message>
        <source>Languag&amp;e</source>
        <translation>&amp;Bahasa</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Lebih besar</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 hari terakhir</translation>
    </message>
    <message>
        <source>Last 365 days</source>
        <translation>365 hari terakhir</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 hari terakhir</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>90 hari terakhir</translation>
    </message>
    <message>
        <source>Last answer right</source>
        <translation>Jawaban terakhir benar</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Terakhir dilihat</translation>
    </message>
    <message>
        <source>Last seen at any time</source>
        <translation>Terakhir dilihat kapan saja</translation>
    </message>
    <message>
        <source>Lay the newer image onto the older</source>
        <translation>Letakkan citra yang lebih baru di atas yang lebih lama</translation>
    </message>
    <message>
        <source>Lea&amp;ve the quiz</source>
        <translation>Tinggalkan k&amp;uis</translation>
    </message>
    <message>
        <source>Learn from labelled images</source>
        <translation>Belajar dari citra berlabel</translation>
    </message>
    <message>
        <source>Learned from {sources}.</source>
        <translation>Belajar dari {sources}.</translation>
    </message>
    <message>
        <source>Leave it unfinished, and go back to the map that is there at once</source>
        <translation>Biarkan tidak selesai, dan kembali ke peta yang langsung tersedia</translation>
    </message>
    <message>
        <source>Leave out those with the diagnosis that the model has found</source>
        <translation>Tinggalkan yang berdiagnosis sama dengan temuan model</translation>
    </message>
    <message>
        <source>Leave the batch as it is; what is written stays</source>
        <translation>Biarkan batch apa adanya; yang sudah ditulis tetap ada</translation>
    </message>
    <message>
        <source>Leave the follow-up of the lesion</source>
        <translation>Tinggalkan tindak lanjut lesi</translation>
    </message>
    <message>
        <source>Leave the images that are seen beside each other (Esc)</source>
        <translation>Tinggalkan citra yang terlihat berdampingan (Esc)</translation>
    </message>
    <message>
        <source>Leave this question out</source>
        <translation>Lewati pertanyaan ini</translation>
    </message>
    <message>
        <source>Leave what is seen in the place of the grid (Esc)</source>
        <translation>Tinggalkan yang tampil di tempat kisi (Esc)</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Tidak disertakan</translation>
    </message>
    <message>
        <source>Left out unless chosen here, for this report only. The report says which.</source>
        <translation>Tidak disertakan kecuali dipilih di sini, hanya untuk laporan ini. Laporan menyebutkan yang mana.</translation>
    </message>
    <message>
        <source>Length of the line</source>
        <translation>Panjang garis</translation>
    </message>
    <message>
        <source>Lentigo fetches nothing from the network. Save the picture, or copy the picture itself, and open it here.</source>
        <translation>Lentigo tidak mengambil apa pun dari jaringan. Simpan gambarnya, atau salin gambarnya, lalu buka di sini.</translation>
    </message>
    <message>
        <source>Lentigo has not crashed here.</source>
        <translation>Lentigo belum pernah mogok di sini.</translation>
    </message>
    <message>
        <source>Lentigo is locked</source>
        <translation>Lentigo terkunci</translation>
    </message>
    <message>
        <source>Lentigo works here.</source>
        <translation>Lentigo berfungsi di sini.</translation>
    </message>
    <message>
        <source>Lentigo&apos;s own model is used.</source>
        <translation>Model milik Lentigo dipakai.</translation>
    </message>
    <message>
        <source>Lesion cut off</source>
        <translation>Lesi terpotong</translation>
    </message>
    <message>
        <source>Lesion painted over</source>
        <translation>Lesi ditutupi cat</translation>
    </message>
    <message>
        <source>Lesion {name}</source>
        <translation>Lesi {name}</translation>
    </message>
    <message>
        <source>Lesion {number}</source>
        <translation>Lesi {number}</translation>
    </message>
    <message>
        <source>Lesions</source>
        <translation>Lesi</translation>
    </message>
    <message>
        <source>Less than {percent:.0f} % may come from the outlines alone: they are found by contrast, not drawn by an expert.</source>
        <translation>Kurang dari {percent:.0f}% mungkin berasal dari garis tepi saja: garis itu ditemukan dari kontras, bukan digambar oleh ahli.</translation>
    </message>
    <message>
        <source>Let more of the picture through</source>
        <translation>Biarkan lebih banyak gambar terlihat</translation>
    </message>
    <message>
        <source>Let similar images be found, with the &amp;model</source>
        <translation>Agar citra serupa dapat ditemukan, dengan &amp;model</translation>
    </message>
    <message>
        <source>Let the heat map hide more of the picture</source>
        <translation>Biarkan peta panas menutupi lebih banyak gambar</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Lisensi: {licence}</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lisensi</translation>
    </message>
    <message>
        <source>Licences of everything inside, with their texts</source>
        <translation>Lisensi semua isinya, beserta teksnya</translation>
    </message>
    <message>
        <source>Light or dark, as the system is set</source>
        <translation>Terang atau gelap, seperti setelan sistem</translation>
    </message>
    <message>
        <source>Light text on a dark ground</source>
        <translation>Teks terang di atas latar gelap</translation>
    </message>
    <message>
        <source>Like a lesion</source>
        <translation>Seperti lesi</translation>
    </message>
    <message>
        <source>List what building the atlas has found: copies, different diagnoses, left out</source>
        <translation>Daftar yang ditemukan saat atlas dibuat: salinan, diagnosis berbeda, tidak disertakan</translation>
    </message>
    <message>
        <source>List what each key does</source>
        <translation>Daftar kegunaan setiap tombol</translation>
    </message>
    <message>
        <source>Loc&amp;k after a while…</source>
        <translation>Ku&amp;nci setelah beberapa saat…</translation>
    </message>
    <message>
        <source>Lock after a while</source>
        <translation>Kunci setelah beberapa saat</translation>
    </message>
    <message>
        <source>Look at images; nothing is stored</source>
        <translation>Melihat citra; tidak ada yang disimpan</translation>
    </message>
    <message>
        <source>Look whether they can be read now</source>
        <translation>Memeriksa apakah kini dapat dibaca</translation>
    </message>
    <message>
        <source>Looking again with the lesion painted over…</source>
        <translation>Melihat lagi dengan lesi ditutupi cat…</translation>
    </message>
    <message>
        <source>Looking for copies: {done:,} of {total:,} images</source>
        <translation>Mencari salinan: {done:,} dari {total:,} citra</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>Mencari citra…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Melihat…</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Rendah</translation>
    </message>
    <message>
        <source>Low certainty</source>
        <translation>Keyakinan rendah</translation>
    </message>
    <message>
        <source>Low where findings of this probability are often wrong</source>
        <translation>Rendah jika temuan dengan probabilitas ini sering keliru</translation>
    </message>
    <message>
        <source>Made &amp;by</source>
        <translation>&amp;Dibuat oleh</translation>
    </message>
    <message>
        <source>Make an atlas of labelled images: a folder for each class, a table, or HAM10000</source>
        <translation>Buat atlas citra berlabel: satu folder untuk setiap kelas, sebuah tabel, atau HAM10000</translation>
    </message>
    <message>
        <source>Make the picture smaller</source>
        <translation>Perkecil gambar</translation>
    </message>
    <message>
        <source>Making the report…</source>
        <translation>Membuat laporan…</translation>
    </message>
    <message>
        <source>Mali&amp;gnant by the model</source>
        <translation>&amp;Ganas menurut model</translation>
    </message>
    <message>
        <source>Malignant</source>
        <translation>Ganas</translation>
    </message>
    <message>
        <source>Malignant first</source>
        <translation>Yang ganas dahulu</translation>
    </message>
    <message>
        <source>Malignant or not: right.</source>
        <translation>Ganas atau tidak: benar.</translation>
    </message>
    <message>
        <source>Malignant or not: wrong.</source>
        <translation>Ganas atau tidak: salah.</translation>
    </message>
    <message>
        <source>Malignant or not: {n:,} of {total:,} right.</source>
        <translation>Ganas atau tidak: {n:,} dari {total:,} benar.</translation>
    </message>
    <message>
        <source>Malignant · {words}</source>
        <translation>Ganas · {words}</translation>
    </message>
    <message>
        <source>Malignant, class left open</source>
        <translation>Ganas, kelas dibiarkan terbuka</translation>
    </message>
    <message>
        <source>Mark the chosen labelled images as favourites, or unmark them</source>
        <translation>Tandai citra berlabel yang dipilih sebagai favorit, atau lepaskan tandanya</translation>
    </message>
    <message>
        <source>Measure a line in millimetres</source>
        <translation>Ukur garis dalam milimeter</translation>
    </message>
    <message>
        <source>Measured in the frame of the older image, since the scale of both is not known.</source>
        <translation>Diukur dalam bingkai citra yang lebih lama, karena skala keduanya tidak diketahui.</translation>
    </message>
    <message>
        <source>Measured: {found} of malignant lesions recognised, {passed} of benign ones passed</source>
        <translation>Terukur: {found} lesi ganas dikenali, {passed} lesi jinak diloloskan</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Mengukur…</translation>
    </message>
    <message>
        <source>Method of the heat map</source>
        <translation>Metode peta panas</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>Campuran</translation>
    </message>
    <message>
        <source>Mixed up most</source>
        <translation>Paling sering tertukar</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Model and engine</source>
        <translation>Model dan mesin</translation>
    </message>
    <message>
        <source>Model car&amp;d</source>
        <translation>&amp;Kartu model</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Kartu model</translation>
    </message>
    <message>
        <source>Model right</source>
        <translation>Model benar</translation>
    </message>
    <message>
        <source>Model {name} {version}</source>
        <translation>Model {name} {version}</translation>
    </message>
    <message>
        <source>Move a divider between the images, by mouse or arrow keys</source>
        <translation>Geser pembagi di antara kedua citra, dengan tetikus atau tombol panah</translation>
    </message>
    <message>
        <source>Much hair</source>
        <translation>Banyak rambut</translation>
    </message>
    <message>
        <source>My favourites</source>
        <translation>Favorit saya</translation>
    </message>
    <message>
        <source>My own case &amp;mix:</source>
        <translation>&amp;Komposisi kasus saya sendiri:</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>C&amp;atatan</translation>
    </message>
    <message>
        <source>Na&amp;me of the lesion</source>
        <translation>Nama &amp;lesi</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Name a file for the table.</source>
        <translation>Sebutkan berkas untuk tabel.</translation>
    </message>
    <message>
        <source>Name a folder for it.</source>
        <translation>Sebutkan folder untuknya.</translation>
    </message>
    <message>
        <source>Name a folder for the atlas.</source>
        <translation>Beri nama folder untuk atlas.</translation>
    </message>
    <message>
        <source>Name of a new collection</source>
        <translation>Nama koleksi baru</translation>
    </message>
    <message>
        <source>Name of the image &amp;file</source>
        <translation>Nama &amp;berkas citra</translation>
    </message>
    <message>
        <source>Name of the package</source>
        <translation>Nama paket</translation>
    </message>
    <message>
        <source>Name the package.</source>
        <translation>Beri nama paketnya.</translation>
    </message>
    <message>
        <source>Name, finding or reason</source>
        <translation>Nama, temuan, atau alasan</translation>
    </message>
    <message>
        <source>Names and &amp;metadata of the image files</source>
        <translation>Nama dan &amp;metadata berkas citra</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Tidak pernah</translation>
    </message>
    <message>
        <source>New &amp;lesion…</source>
        <translation>&amp;Lesi baru…</translation>
    </message>
    <message>
        <source>New &amp;passphrase</source>
        <translation>&amp;Frasa sandi baru</translation>
    </message>
    <message>
        <source>New &amp;patient…</source>
        <translation>&amp;Pasien baru…</translation>
    </message>
    <message>
        <source>New batch</source>
        <translation>Batch baru</translation>
    </message>
    <message>
        <source>New lesion</source>
        <translation>Lesi baru</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>Pasien baru</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Profil baru</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>Newer image</source>
        <translation>Citra yang lebih baru</translation>
    </message>
    <message>
        <source>Newer image: {scale}.</source>
        <translation>Citra yang lebih baru: {scale}.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Berikutnya</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>Citra berikutnya</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Pertanyaan berikutnya</translation>
    </message>
    <message>
        <source>Next similar image</source>
        <translation>Citra serupa berikutnya</translation>
    </message>
    <message>
        <source>No answer in this part</source>
        <translation>Tidak ada jawaban pada bagian ini</translation>
    </message>
    <message>
        <source>No cases yet</source>
        <translation>Belum ada kasus</translation>
    </message>
    <message>
        <source>No certain change ({change})</source>
        <translation>Tidak ada perubahan yang pasti ({change})</translation>
    </message>
    <message>
        <source>No command that can be used now is called that.</source>
        <translation>Tidak ada perintah dengan nama itu yang dapat dipakai sekarang.</translation>
    </message>
    <message>
        <source>No finding</source>
        <translation>Tanpa temuan</translation>
    </message>
    <message>
        <source>No image fits. Take a filter away, or look for other words.</source>
        <translation>Tidak ada citra yang cocok. Hapus satu saringan, atau cari kata lain.</translation>
    </message>
    <message>
        <source>No image is open</source>
        <translation>Tidak ada citra yang terbuka</translation>
    </message>
    <message>
        <source>No images are chosen, so none can be put into a collection now; choose some in the grid. A collection is chosen to be seen above the grid.</source>
        <translation>Tidak ada citra yang dipilih, jadi tidak ada yang dapat dimasukkan ke koleksi; pilih dahulu di kisi. Koleksi yang ingin dilihat dipilih di atas kisi.</translation>
    </message>
    <message>
        <source>No images yet.</source>
        <translation>Belum ada citra.</translation>
    </message>
    <message>
        <source>No lesion fits. Search for less, or in all places.</source>
        <translation>Tidak ada lesi yang cocok. Cari lebih sedikit kata, atau di semua tempat.</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Tidak ada model</translation>
    </message>
    <message>
        <source>No, benign</source>
        <translation>Tidak, jinak</translation>
    </message>
    <message>
        <source>Nobody can recover a forgotten passphrase: the cases would be lost. Write it down, and keep it in a safe place.</source>
        <translation>Tidak seorang pun dapat memulihkan frasa sandi yang terlupa: kasus akan hilang. Catatlah, dan simpan di tempat yang aman.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>None of these: in words below</source>
        <translation>Bukan semua ini: dengan kata-kata di bawah</translation>
    </message>
    <message>
        <source>Not analysed</source>
        <translation>Belum dianalisis</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Belum dijawab</translation>
    </message>
    <message>
        <source>Not counted as malignant</source>
        <translation>Tidak dihitung sebagai ganas</translation>
    </message>
    <message>
        <source>Not grouped</source>
        <translation>Tidak dikelompokkan</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Tidak diketahui</translation>
    </message>
    <message>
        <source>Not on the map, since place or side is not stated: {names}.</source>
        <translation>Tidak ada di peta karena tempat atau sisinya tidak dinyatakan: {names}.</translation>
    </message>
    <message>
        <source>Not seen for over a year</source>
        <translation>Lebih dari setahun tidak dilihat</translation>
    </message>
    <message>
        <source>Not signed; its checksums are right.</source>
        <translation>Tidak ditandatangani; checksum-nya benar.</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Tidak dinyatakan</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Note a patient, under a pseudonym, with a first lesion</source>
        <translation>Catat seorang pasien, dengan nama samaran, dan lesi pertamanya</translation>
    </message>
    <message>
        <source>Note another lesion of the patient whose page is open</source>
        <translation>Catat lesi lain dari pasien yang halamannya terbuka</translation>
    </message>
    <message>
        <source>Note for those who get it</source>
        <translation>Catatan untuk penerima</translation>
    </message>
    <message>
        <source>Nothing answered yet</source>
        <translation>Belum ada jawaban</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>Tidak ada yang cocok</translation>
    </message>
    <message>
        <source>Nothing here has to identify the patient: the pseudonym is enough.</source>
        <translation>Tidak ada di sini yang harus mengenali pasien: nama samaran sudah cukup.</translation>
    </message>
    <message>
        <source>Nothing is wrong with the atlas.</source>
        <translation>Tidak ada yang salah dengan atlas ini.</translation>
    </message>
    <message>
        <source>Nothing was answered</source>
        <translation>Tidak ada yang dijawab</translation>
    </message>
    <message>
        <source>Nothing was left out, and nothing contradicts itself.</source>
        <translation>Tidak ada yang tidak disertakan, dan tidak ada yang bertentangan.</translation>
    </message>
    <message>
        <source>Nothing was missed.</source>
        <translation>Tidak ada yang terlewat.</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Pemberitahuan</translation>
    </message>
    <message>
        <source>Novelty</source>
        <translation>Kebaruan</translation>
    </message>
    <message>
        <source>Number keys choose, Backspace goes back.</source>
        <translation>Tombol angka memilih, Backspace kembali.</translation>
    </message>
    <message>
        <source>Number of questions</source>
        <translation>Jumlah pertanyaan</translation>
    </message>
    <message>
        <source>Numbered, if left empty</source>
        <translation>Diberi nomor jika dikosongkan</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objek</translation>
    </message>
    <message>
        <source>Of a patient under a &amp;pseudonym:</source>
        <translation>Milik pasien dengan &amp;nama samaran:</translation>
    </message>
    <message>
        <source>Of all time</source>
        <translation>Sepanjang waktu</translation>
    </message>
    <message>
        <source>Of the &amp;same patient and study as the image</source>
        <translation>Milik pasien dan studi yang sa&amp;ma dengan citra</translation>
    </message>
    <message>
        <source>Of the finding, calibrated</source>
        <translation>Dari temuan, terkalibrasi</translation>
    </message>
    <message>
        <source>Of the patient, not of the picture</source>
        <translation>Dari sisi pasien, bukan dari gambar</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Lama</translation>
    </message>
    <message>
        <source>Older image</source>
        <translation>Citra yang lebih lama</translation>
    </message>
    <message>
        <source>Older image: {scale}.</source>
        <translation>Citra yang lebih lama: {scale}.</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Tertua dahulu</translation>
    </message>
    <message>
        <source>One of the images is not there, so nothing is compared.</source>
        <translation>Salah satu citra tidak ada, jadi tidak ada yang dibandingkan.</translation>
    </message>
    <message>
        <source>Only DICOM files say whose they are, and not all of the chosen images are such files.</source>
        <translation>Hanya berkas DICOM yang menyebutkan pemiliknya, dan tidak semua citra yang dipilih adalah berkas seperti itu.</translation>
    </message>
    <message>
        <source>Only an address: Lentigo fetches nothing from the network.
Drag the picture itself, or save it first.</source>
        <translation>Hanya sebuah alamat: Lentigo tidak mengambil apa pun dari jaringan.
Seret gambarnya, atau simpan dahulu.</translation>
    </message>
    <message>
        <source>Only if your cases may hold names</source>
        <translation>Jika kasus boleh memuat nama</translation>
    </message>
    <message>
        <source>Only of another diagnosis</source>
        <translation>Hanya diagnosis lain</translation>
    </message>
    <message>
        <source>Only when you press a button is {host} asked over the network, and the images come from where it keeps them. Nothing of yours is sent but what you choose here.</source>
        <translation>Hanya bila Anda menekan tombol, {host} ditanya lewat jaringan, dan citra datang dari tempat penyimpanannya. Tidak ada milik Anda yang dikirim selain pilihan Anda di sini.</translation>
    </message>
    <message>
        <source>Opacity of the heat map</source>
        <translation>Keburaman peta panas</translation>
    </message>
    <message>
        <source>Open a &amp;folder…</source>
        <translation>Buka &amp;folder…</translation>
    </message>
    <message>
        <source>Open a &amp;table…</source>
        <translation>Buka &amp;tabel…</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Buka folder</translation>
    </message>
    <message>
        <source>Open a table</source>
        <translation>Buka tabel</translation>
    </message>
    <message>
        <source>Open all images in a folder and in the folders within it</source>
        <translation>Buka semua citra dalam suatu folder dan dalam folder di dalamnya</translation>
    </message>
    <message>
        <source>Open an atlas first.</source>
        <translation>Buka atlas dahulu.</translation>
    </message>
    <message>
        <source>Open images</source>
        <translation>Buka citra</translation>
    </message>
    <message>
        <source>Open rece&amp;nt</source>
        <translation>Buka terk&amp;ini</translation>
    </message>
    <message>
        <source>Open the &amp;examples</source>
        <translation>Buka &amp;contoh</translation>
    </message>
    <message>
        <source>Open the cases</source>
        <translation>Buka kasus</translation>
    </message>
    <message>
        <source>Open the drawn example images that come with Lentigo</source>
        <translation>Buka citra contoh gambaran yang disertakan dengan Lentigo</translation>
    </message>
    <message>
        <source>Open the images of the chosen rows</source>
        <translation>Buka citra dari baris yang dipilih</translation>
    </message>
    <message>
        <source>Open the picture or the files on the clipboard</source>
        <translation>Buka gambar atau berkas yang ada di papan klip</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Terbuka</translation>
    </message>
    <message>
        <source>Opening the atlas…</source>
        <translation>Membuka atlas…</translation>
    </message>
    <message>
        <source>Opening the cases…</source>
        <translation>Membuka kasus…</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Membuka…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Buka…</translation>
    </message>
    <message>
        <source>Operating poin&amp;t</source>
        <translation>T&amp;itik operasi</translation>
    </message>
    <message>
        <source>Options of the report</source>
        <translation>Opsi laporan</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Urutan</translation>
    </message>
    <message>
        <source>Originals, findings, notes and diagnoses go with it, for good. Only a backup made before can bring them back.</source>
        <translation>Berkas asli, temuan, catatan, dan diagnosis ikut terhapus untuk selamanya. Hanya cadangan yang dibuat sebelumnya yang dapat mengembalikannya.</translation>
    </message>
    <message>
        <source>Other file</source>
        <translation>Berkas lain</translation>
    </message>
    <message>
        <source>P&amp;ack for others…</source>
        <translation>&amp;Paketkan untuk orang lain…</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Dokumen PDF (*.pdf)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Gambar PNG (*.png)</translation>
    </message>
    <message>
        <source>Pac&amp;k…</source>
        <translation>&amp;Paketkan…</translation>
    </message>
    <message>
        <source>Pack for others</source>
        <translation>Paketkan untuk orang lain</translation>
    </message>
    <message>
        <source>Package (*.lentigo)</source>
        <translation>Paket (*.lentigo)</translation>
    </message>
    <message numerus="yes">
        <source>Packed as a quiz of {n:,} question.</source>
        <comment>Packed as a quiz of {n:,} questions.</comment>
        <translation>
            <numerusform>Dikemas sebagai kuis dengan {n:,} pertanyaan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pack…</source>
        <translation>Paketkan…</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Page of the report</source>
        <translation>Halaman laporan</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Ka&amp;ta sandi</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frasa sandi</translation>
    </message>
    <message>
        <source>Passphrase of &amp;now</source>
        <translation>Frasa sandi &amp;sekarang</translation>
    </message>
    <message>
        <source>Passphrase of the cases</source>
        <translation>Frasa sandi kasus</translation>
    </message>
    <message>
        <source>Pasted picture {number}</source>
        <translation>Gambar tempelan {number}</translation>
    </message>
    <message>
        <source>Pathology: from tissue</source>
        <translation>Patologi: dari jaringan</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Pasien</translation>
    </message>
    <message>
        <source>Patient &amp;ID</source>
        <translation>ID pa&amp;sien</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>ID pasien</translation>
    </message>
    <message>
        <source>Patient&apos;s page</source>
        <translation>Halaman pasien</translation>
    </message>
    <message>
        <source>Patients, their lesions and what was found</source>
        <translation>Pasien, lesinya, dan apa yang ditemukan</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Jeda</translation>
    </message>
    <message>
        <source>Paused. What is done is kept, also when Lentigo is closed.</source>
        <translation>Dijeda. Yang sudah selesai disimpan, juga bila Lentigo ditutup.</translation>
    </message>
    <message>
        <source>Photographs (XC)</source>
        <translation>Foto (XC)</translation>
    </message>
    <message>
        <source>Photographs, close-up</source>
        <translation>Foto, jarak dekat</translation>
    </message>
    <message>
        <source>Photographs, overview</source>
        <translation>Foto, ikhtisar</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Gambar</translation>
    </message>
    <message>
        <source>Picture of {name}</source>
        <translation>Gambar {name}</translation>
    </message>
    <message>
        <source>Pictures can be opened already; their findings follow.</source>
        <translation>Gambar sudah dapat dibuka; temuannya menyusul.</translation>
    </message>
    <message>
        <source>Place on the &amp;body</source>
        <translation>Tempat di &amp;tubuh</translation>
    </message>
    <message>
        <source>Place on the body</source>
        <translation>Tempat di tubuh</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Plots of the counts above</source>
        <translation>Grafik dari jumlah di atas</translation>
    </message>
    <message>
        <source>Plots: your answers and the model&apos;s against the truth, how often right and how much surer than right over time, and right by how sure</source>
        <translation>Grafik: jawaban Anda dan jawaban model terhadap kebenaran, seberapa sering benar dan seberapa lebih yakin daripada benar seiring waktu, serta benar menurut keyakinan</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Kebijakan</translation>
    </message>
    <message>
        <source>Pre&amp;view report…</source>
        <translation>&amp;Pratinjau laporan…</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Sebelumnya</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>Citra sebelumnya</translation>
    </message>
    <message>
        <source>Previous similar image</source>
        <translation>Citra serupa sebelumnya</translation>
    </message>
    <message>
        <source>Print the picture with its heat map and all probabilities</source>
        <translation>Cetak gambar dengan peta panasnya dan semua probabilitas</translation>
    </message>
    <message>
        <source>Print these pages</source>
        <translation>Cetak halaman ini</translation>
    </message>
    <message>
        <source>Printed.</source>
        <translation>Tercetak.</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Mencetak…</translation>
    </message>
    <message>
        <source>Probabilities stand as calibrated.</source>
        <translation>Probabilitas tetap seperti hasil kalibrasi.</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilitas</translation>
    </message>
    <message>
        <source>Probability of all malignant classes; whether it reaches the operating point</source>
        <translation>Probabilitas semua kelas ganas; apakah mencapai titik operasi</translation>
    </message>
    <message>
        <source>Probability of each class; the selected one is explained</source>
        <translation>Probabilitas setiap kelas; yang dipilih dijelaskan</translation>
    </message>
    <message>
        <source>Profiles, answers and collections of everybody here make room for those of the backup. They are put beside first, as a file, and nothing of them is lost.</source>
        <translation>Profil, jawaban, dan koleksi semua orang di sini diganti dengan isi cadangan. Sebelumnya semua itu disimpan di sampingnya sebagai berkas, dan tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Kemajuan</translation>
    </message>
    <message>
        <source>Progress and profil&amp;es</source>
        <translation>Kemajua&amp;n dan profil</translation>
    </message>
    <message>
        <source>Progress of the analyses</source>
        <translation>Kemajuan analisis</translation>
    </message>
    <message>
        <source>Progress of the batch</source>
        <translation>Kemajuan batch</translation>
    </message>
    <message>
        <source>Protect cases &amp;with a passphrase…</source>
        <translation>L&amp;indungi kasus dengan frasa sandi…</translation>
    </message>
    <message>
        <source>Protect cases with a passphrase</source>
        <translation>Lindungi kasus dengan frasa sandi</translation>
    </message>
    <message>
        <source>Pseudonym</source>
        <translation>Nama samaran</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Tujuan</translation>
    </message>
    <message>
        <source>Put a collection or a quiz into one file: images, labels, whose they are</source>
        <translation>Masukkan koleksi atau kuis ke dalam satu berkas: citra, label, dan milik siapa</translation>
    </message>
    <message>
        <source>Put the chosen images into collections; begin, rename and delete these</source>
        <translation>Masukkan citra yang dipilih ke koleksi; mulai, ganti nama, dan hapus koleksi</translation>
    </message>
    <message>
        <source>Put what is shown, with its legend, on the clipboard</source>
        <translation>Taruh yang tampak, dengan legendanya, di papan klip</translation>
    </message>
    <message>
        <source>Question {n:,} of {total:,}</source>
        <translation>Pertanyaan {n:,} dari {total:,}</translation>
    </message>
    <message>
        <source>Questions answered</source>
        <translation>Pertanyaan yang dijawab</translation>
    </message>
    <message>
        <source>Questions of the quiz</source>
        <translation>Jumlah pertanyaan kuis</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>Kuis</translation>
    </message>
    <message>
        <source>Quiz about {name}</source>
        <translation>Kuis tentang {name}</translation>
    </message>
    <message>
        <source>Quiz about {pair}</source>
        <translation>Kuis tentang {pair}</translation>
    </message>
    <message>
        <source>Quiz…</source>
        <translation>Kuis…</translation>
    </message>
    <message>
        <source>R</source>
        <translation>Ka</translation>
    </message>
    <message>
        <source>Rather easy</source>
        <translation>Agak mudah</translation>
    </message>
    <message>
        <source>Rather hard</source>
        <translation>Agak sulit</translation>
    </message>
    <message>
        <source>Rather than the ne&amp;xt class</source>
        <translation>Dibandingkan dengan kelas beriku&amp;tnya</translation>
    </message>
    <message>
        <source>Rather unsure</source>
        <translation>Agak ragu</translation>
    </message>
    <message>
        <source>Re&amp;name the profile…</source>
        <translation>Ganti &amp;nama profil…</translation>
    </message>
    <message>
        <source>Re&amp;store a backup…</source>
        <translation>&amp;Pulihkan cadangan…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Baca lagi</translation>
    </message>
    <message>
        <source>Read all of it, list what is damaged or missing, and rescue the rest</source>
        <translation>Baca seluruhnya, daftar yang rusak atau hilang, dan selamatkan sisanya</translation>
    </message>
    <message>
        <source>Read as in Look: {views}, {point}, {mix}. A table holds answers of one model, read in one way.</source>
        <translation>Dibaca seperti di Lihat: {views}, {point}, {mix}. Satu tabel memuat jawaban satu model, dibaca dengan satu cara.</translation>
    </message>
    <message>
        <source>Read what the model is for, what it learned from and what it is worth</source>
        <translation>Baca untuk apa model itu, dari apa ia belajar, dan seberapa baik ia</translation>
    </message>
    <message>
        <source>Read what was written down on this computer when Lentigo crashed</source>
        <translation>Membaca apa yang dicatat di komputer ini ketika Lentigo mogok</translation>
    </message>
    <message>
        <source>Reading the licences…</source>
        <translation>Membaca lisensi…</translation>
    </message>
    <message>
        <source>Reading the picture…</source>
        <translation>Membaca gambar…</translation>
    </message>
    <message>
        <source>Reading what the atlas has…</source>
        <translation>Membaca isi atlas…</translation>
    </message>
    <message>
        <source>Reading your answers…</source>
        <translation>Membaca jawaban Anda…</translation>
    </message>
    <message>
        <source>Recognised, by diagnosis</source>
        <translation>Dikenali, menurut diagnosis</translation>
    </message>
    <message>
        <source>Reduced in size</source>
        <translation>Diperkecil</translation>
    </message>
    <message>
        <source>Referring physician</source>
        <translation>Dokter perujuk</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hilangkan</translation>
    </message>
    <message>
        <source>Rename profile</source>
        <translation>Ganti nama profil</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Ganti nama…</translation>
    </message>
    <message>
        <source>Replace what everybody has learned here?</source>
        <translation>Ganti semua yang telah dipelajari di sini?</translation>
    </message>
    <message>
        <source>Report &amp;on the lesion…</source>
        <translation>Laporan t&amp;entang lesi…</translation>
    </message>
    <message>
        <source>Report on {about}</source>
        <translation>Laporan tentang {about}</translation>
    </message>
    <message>
        <source>Report: {about}</source>
        <translation>Laporan: {about}</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Laporan…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Pulihkan</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Pulihkan cadangan</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Pulihkan cadangan…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Right is what pathology says of a lesion with the same image in your cases: the same class where you named one, else malignant or not. Intervals are 95 % (Wilson).</source>
        <translation>Benar adalah apa yang dikatakan patologi tentang lesi dengan citra yang sama dalam kasus Anda: kelas yang sama jika Anda menyebutkannya, jika tidak ganas atau bukan. Interval adalah 95% (Wilson).</translation>
    </message>
    <message>
        <source>Right, by how sure</source>
        <translation>Benar, menurut keyakinan</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>Penggaris</translation>
    </message>
    <message>
        <source>Runs with {engine}: {name}. {reason}</source>
        <translation>Berjalan dengan {engine}: {name}. {reason}</translation>
    </message>
    <message>
        <source>S&amp;moothGrad</source>
        <translation>S&amp;moothGrad</translation>
    </message>
    <message>
        <source>S&amp;wipe</source>
        <translation>&amp;Geser</translation>
    </message>
    <message>
        <source>SHA-256 of the file</source>
        <translation>SHA-256 berkas</translation>
    </message>
    <message>
        <source>SHA-256 that its maker has told you, if you want to be sure that it is this:</source>
        <translation>SHA-256 yang diberitahukan pembuatnya, jika ingin memastikan berkasnya:</translation>
    </message>
    <message>
        <source>SHA-256 that was told</source>
        <translation>SHA-256 yang diberitahukan</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Save &amp;answers as CSV…</source>
        <translation>Simpan &amp;jawaban sebagai CSV…</translation>
    </message>
    <message>
        <source>Save &amp;report…</source>
        <translation>Simpan &amp;laporan…</translation>
    </message>
    <message>
        <source>Save as &amp;PDF…</source>
        <translation>&amp;Simpan sebagai PDF…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Simpan sebagai CSV…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Simpan sebagai PDF…</translation>
    </message>
    <message>
        <source>Save incomplete</source>
        <translation>Simpan belum lengkap</translation>
    </message>
    <message>
        <source>Save picture with heat map</source>
        <translation>Simpan gambar dengan peta panas</translation>
    </message>
    <message>
        <source>Save picture, heat map, all probabilities and how far to believe them, as a PDF file</source>
        <translation>Simpan gambar, peta panas, semua probabilitas, dan seberapa jauh dapat dipercaya, sebagai berkas PDF</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Simpan laporan</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>Simpan tabel</translation>
    </message>
    <message>
        <source>Save these pages</source>
        <translation>Simpan halaman ini</translation>
    </message>
    <message>
        <source>Save what is shown, with its legend, as a PNG file</source>
        <translation>Simpan yang tampak, dengan legendanya, sebagai berkas PNG</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Disimpan sebagai {name}.</translation>
    </message>
    <message>
        <source>Saved {lesions} as {name}.</source>
        <translation>{lesions} disimpan sebagai {name}.</translation>
    </message>
    <message numerus="yes">
        <source>Saved {n:,} row as {file}.</source>
        <comment>Saved {n:,} rows as {file}.</comment>
        <translation>
            <numerusform>{n:,} baris disimpan sebagai {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name} disimpan.</translation>
    </message>
    <message>
        <source>Say how large a pixel is, on a ruler in the picture</source>
        <translation>Nyatakan ukuran satu piksel, pada penggaris dalam gambar</translation>
    </message>
    <message>
        <source>Say what you see before the finding of a new image is shown; your answers are kept</source>
        <translation>Nyatakan apa yang Anda lihat sebelum temuan citra baru ditampilkan; jawaban Anda disimpan</translation>
    </message>
    <message>
        <source>Say who learns first: answers are kept under that name.</source>
        <translation>Sebutkan dulu siapa yang belajar: jawaban disimpan dengan nama itu.</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>Scale of the heat map</source>
        <translation>Skala peta panas</translation>
    </message>
    <message>
        <source>Scale of the image of {day}</source>
        <translation>Skala citra tanggal {day}</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Skor</translation>
    </message>
    <message>
        <source>Screen pixels for each pixel of the image</source>
        <translation>Piksel layar untuk setiap piksel citra</translation>
    </message>
    <message>
        <source>Se&amp;x</source>
        <translation>&amp;Jenis kelamin</translation>
    </message>
    <message>
        <source>Search cases</source>
        <translation>Cari kasus</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Mencari…</translation>
    </message>
    <message>
        <source>See both images beside each other</source>
        <translation>Lihat kedua citra berdampingan</translation>
    </message>
    <message>
        <source>See in the atlas: {pair}</source>
        <translation>Lihat di atlas: {pair}</translation>
    </message>
    <message>
        <source>See the chosen labelled image large, with all that is known of it (Enter)</source>
        <translation>Lihat citra berlabel yang dipilih secara besar, dengan semua yang diketahui tentangnya (Enter)</translation>
    </message>
    <message>
        <source>See the chosen lesion over time as a report; save or print it</source>
        <translation>Lihat lesi yang dipilih dari waktu ke waktu sebagai laporan; simpan atau cetak</translation>
    </message>
    <message>
        <source>See the images in turn; Space shows the other one and stays</source>
        <translation>Lihat citra bergantian; Spasi menampilkan yang lain lalu berhenti</translation>
    </message>
    <message>
        <source>See the patient&apos;s file, or a lesion or visit of it, as a report; save or print it</source>
        <translation>Lihat berkas pasien, atau satu lesi atau kunjungannya, sebagai laporan; simpan atau cetak</translation>
    </message>
    <message>
        <source>See the report as it will be printed, choose what stands on it, save or print it</source>
        <translation>Lihat laporan seperti yang akan dicetak, pilih isinya, simpan atau cetak</translation>
    </message>
    <message>
        <source>See the result</source>
        <translation>Lihat hasilnya</translation>
    </message>
    <message>
        <source>See two to four chosen images beside each other, zoomed and moved together</source>
        <translation>Lihat dua sampai empat citra yang dipilih berdampingan, diperbesar dan digeser bersama</translation>
    </message>
    <message>
        <source>See what is in a file that somebody else has packed, and make an atlas of it</source>
        <translation>Lihat isi berkas yang dipaketkan orang lain, dan jadikan atlas</translation>
    </message>
    <message>
        <source>See what was found before, or by the command line</source>
        <translation>Lihat yang ditemukan sebelumnya, atau lewat baris perintah</translation>
    </message>
    <message>
        <source>See which skin lesion a picture resembles, how sure the model is, and why.</source>
        <translation>Lihat lesi kulit mana yang menyerupai sebuah gambar, seberapa yakin modelnya, dan mengapa.</translation>
    </message>
    <message>
        <source>Seen in the last 3 months</source>
        <translation>Dilihat dalam 3 bulan terakhir</translation>
    </message>
    <message>
        <source>Seen in the last month</source>
        <translation>Dilihat dalam sebulan terakhir</translation>
    </message>
    <message>
        <source>Seen in the last year</source>
        <translation>Dilihat dalam setahun terakhir</translation>
    </message>
    <message>
        <source>Self-&amp;test…</source>
        <translation>&amp;Uji mandiri…</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>Uji mandiri</translation>
    </message>
    <message>
        <source>Send findings</source>
        <translation>Kirim temuan</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Mengirim…</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Dikirim ke pencetak.</translation>
    </message>
    <message>
        <source>Set s&amp;cale</source>
        <translation>&amp;Atur skala</translation>
    </message>
    <message>
        <source>Set the explained class against this one</source>
        <translation>Bandingkan kelas yang dijelaskan dengan yang ini</translation>
    </message>
    <message>
        <source>Set up to four chosen ones side by side, or the large one and those like it</source>
        <translation>Sandingkan hingga empat citra terpilih, atau citra besar dan yang mirip dengannya</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Jenis kelamin</translation>
    </message>
    <message>
        <source>Share of {name}</source>
        <translation>Bagian {name}</translation>
    </message>
    <message>
        <source>Show &amp;without committing</source>
        <translation>&amp;Tampilkan tanpa menjawab</translation>
    </message>
    <message>
        <source>Show each pixel of the image as one pixel of the screen</source>
        <translation>Tampilkan setiap piksel citra sebagai satu piksel layar</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>Show findings and heat maps of what is seen large; until then they are hidden</source>
        <translation>Tampilkan temuan dan peta panas dari yang tampak besar; sebelumnya semua itu disembunyikan</translation>
    </message>
    <message>
        <source>Show or hide how far the finding can be believed, in detail</source>
        <translation>Tampilkan atau sembunyikan seberapa jauh temuan dapat dipercaya, secara rinci</translation>
    </message>
    <message>
        <source>Show or hide how often such findings were right on held-out lesions</source>
        <translation>Tampilkan atau sembunyikan seberapa sering temuan seperti ini benar pada lesi uji</translation>
    </message>
    <message>
        <source>Show or hide the labelled images of an atlas that are most like this one</source>
        <translation>Tampilkan atau sembunyikan citra berlabel dari atlas yang paling mirip dengan yang ini</translation>
    </message>
    <message>
        <source>Show or hide the row of all opened images</source>
        <translation>Tampilkan atau sembunyikan deretan semua citra yang dibuka</translation>
    </message>
    <message>
        <source>Show or hide what the images are narrowed, sorted and grouped by</source>
        <translation>Tampilkan atau sembunyikan cara citra disaring, diurutkan, dan dikelompokkan</translation>
    </message>
    <message>
        <source>Show or hide where the lesions of the patient are</source>
        <translation>Tampilkan atau sembunyikan tempat lesi-lesi pasien</translation>
    </message>
    <message>
        <source>Show or hide where the model found evidence</source>
        <translation>Tampilkan atau sembunyikan tempat model menemukan bukti</translation>
    </message>
    <message>
        <source>Show the heat map of the class before this one</source>
        <translation>Tampilkan peta panas kelas sebelum yang ini</translation>
    </message>
    <message>
        <source>Show the heat map of the next class in the list</source>
        <translation>Tampilkan peta panas kelas berikutnya dalam daftar</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Tampilkan seluruh gambar</translation>
    </message>
    <message>
        <source>Show what speaks for the explained class by itself</source>
        <translation>Tampilkan apa yang mendukung kelas yang dijelaskan saja</translation>
    </message>
    <message>
        <source>Show what speaks for the explained class rather than for the next one</source>
        <translation>Tampilkan apa yang mendukung kelas yang dijelaskan dibandingkan dengan kelas berikutnya</translation>
    </message>
    <message>
        <source>Shows the same</source>
        <translation>Menunjukkan hal yang sama</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Sisi</translation>
    </message>
    <message>
        <source>Signed by {name}, key {key}…</source>
        <translation>Ditandatangani oleh {name}, kunci {key}…</translation>
    </message>
    <message>
        <source>Similar ima&amp;ges</source>
        <translation>&amp;Citra serupa</translation>
    </message>
    <message>
        <source>Similar image</source>
        <translation>Citra serupa</translation>
    </message>
    <message>
        <source>Similar image {number} of {total}</source>
        <translation>Citra serupa {number} dari {total}</translation>
    </message>
    <message>
        <source>Similar images</source>
        <translation>Citra serupa</translation>
    </message>
    <message>
        <source>Similar images in a sentence</source>
        <translation>Citra serupa dalam satu kalimat</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Tempat</translation>
    </message>
    <message>
        <source>Skin &amp;type (Fitzpatrick)</source>
        <translation>Tipe &amp;kulit (Fitzpatrick)</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Lebih kecil</translation>
    </message>
    <message>
        <source>So&amp;urce</source>
        <translation>S&amp;umber</translation>
    </message>
    <message>
        <source>Somebody else has changed it meanwhile to: {theirs}. Nothing was overwritten: save again to put yours in its place, or cancel to leave theirs.</source>
        <translation>Sementara itu orang lain telah mengubahnya menjadi: {theirs}. Tidak ada yang ditimpa: simpan sekali lagi untuk menggantinya dengan milik Anda, atau batalkan untuk membiarkan milik mereka.</translation>
    </message>
    <message>
        <source>Somebody else has changed it meanwhile. {theirs} Nothing was overwritten: save again to put yours in its place, or cancel to leave theirs.</source>
        <translation>Sementara itu orang lain telah mengubahnya. {theirs} Tidak ada yang ditimpa: simpan sekali lagi untuk menggantinya dengan milik Anda, atau batalkan untuk membiarkan milik mereka.</translation>
    </message>
    <message>
        <source>Somebody else has changed this meanwhile. Nothing was overwritten: what they wrote stays.</source>
        <translation>Sementara itu orang lain telah mengubah ini. Tidak ada yang ditimpa: yang mereka tulis tetap ada.</translation>
    </message>
    <message>
        <source>Somebody else has changed this note meanwhile. Below is what they wrote; above is yours. Nothing was overwritten: save what is right, from either or from both.</source>
        <translation>Sementara itu orang lain telah mengubah catatan ini. Di bawah adalah tulisan mereka; di atas milik Anda. Tidak ada yang ditimpa: simpan yang benar, dari salah satu atau keduanya.</translation>
    </message>
    <message>
        <source>Somebody else learns on this computer</source>
        <translation>Orang lain belajar di komputer ini</translation>
    </message>
    <message>
        <source>Something does not work here.</source>
        <translation>Ada yang tidak berfungsi di sini.</translation>
    </message>
    <message>
        <source>Something is being made for an atlas already: wait for it, or end it.</source>
        <translation>Sesuatu sedang dibuat untuk sebuah atlas: tunggu, atau akhiri.</translation>
    </message>
    <message>
        <source>Source: {name}. {source}</source>
        <translation>Sumber: {name}. {source}</translation>
    </message>
    <message>
        <source>St&amp;op the batch</source>
        <translation>&amp;Hentikan batch</translation>
    </message>
    <message>
        <source>Stands above every page</source>
        <translation>Tertulis di atas setiap halaman</translation>
    </message>
    <message>
        <source>Start the model again</source>
        <translation>Mulai ulang model</translation>
    </message>
    <message>
        <source>State a diagnosis of {lesion}</source>
        <translation>Nyatakan diagnosis untuk {lesion}</translation>
    </message>
    <message>
        <source>State how frequent each class is where you work, to re-weight all probabilities</source>
        <translation>Nyatakan seberapa sering setiap kelas di tempat kerja Anda, untuk membobot ulang semua probabilitas</translation>
    </message>
    <message>
        <source>Sto&amp;p computing the heat map</source>
        <translation>&amp;Hentikan penghitungan peta panas</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Hentikan</translation>
    </message>
    <message>
        <source>Stop analysing; findings that are there stay</source>
        <translation>Hentikan analisis; temuan yang sudah ada tetap ada</translation>
    </message>
    <message>
        <source>Stop analysing; findings that are there stay (Ctrl+.)</source>
        <translation>Hentikan analisis; temuan yang sudah ada tetap ada (Ctrl+.)</translation>
    </message>
    <message>
        <source>Stopped. Nothing was left behind.</source>
        <translation>Dihentikan. Tidak ada yang tertinggal.</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Studi</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Yakin</translation>
    </message>
    <message>
        <source>Switch on Image &gt; Commit first: the finding of each new image then waits until you have said what you see.</source>
        <translation>Nyalakan Citra &gt; Jawab dahulu: temuan setiap citra baru lalu menunggu sampai Anda menyatakan apa yang Anda lihat.</translation>
    </message>
    <message>
        <source>Tab goes from part to part. In the list of classes and in the filmstrip the arrow keys choose; in the picture they move it, and the wheel zooms at the cursor.</source>
        <translation>Tab berpindah dari bagian ke bagian. Dalam daftar kelas dan strip film, tombol panah memilih; dalam gambar tombol itu menggesernya, dan roda tetikus memperbesar di tempat penunjuk.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabel (*.csv)</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Ambil</translation>
    </message>
    <message>
        <source>Take &amp;all</source>
        <translation>Ambil semu&amp;a</translation>
    </message>
    <message>
        <source>Take a second look</source>
        <translation>Lihat sekali lagi</translation>
    </message>
    <message>
        <source>Take back every answer</source>
        <translation>Tarik kembali setiap jawaban</translation>
    </message>
    <message>
        <source>Take back the last note, diagnosis, checklist or change of details</source>
        <translation>Tarik kembali catatan, diagnosis, daftar periksa, atau perubahan rincian terakhir</translation>
    </message>
    <message>
        <source>Take the selected image out of the window; its file stays</source>
        <translation>Keluarkan citra yang dipilih dari jendela; berkasnya tetap ada</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Ambil milik mereka</translation>
    </message>
    <message>
        <source>Take: {name}</source>
        <translation>Ambil: {name}</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Diambil</translation>
    </message>
    <message>
        <source>Taken as the pseudonym, the ID will stand in exports and reports.</source>
        <translation>Bila diambil sebagai nama samaran, ID ini akan tercantum dalam ekspor dan laporan.</translation>
    </message>
    <message>
        <source>Taking the quiz up again…</source>
        <translation>Melanjutkan kuis…</translation>
    </message>
    <message>
        <source>Tell this checksum to those who get the file by another way, so that they can be sure that it is this one.</source>
        <translation>Beritahukan jumlah pemeriksa ini kepada penerima lewat jalan lain, agar mereka yakin bahwa inilah berkasnya.</translation>
    </message>
    <message>
        <source>Test yourself on labelled images</source>
        <translation>Uji diri Anda dengan citra berlabel</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>Frasa sandi itu salah.</translation>
    </message>
    <message>
        <source>That the finding was shown without an answer is not kept. {words}</source>
        <translation>Bahwa temuan ditampilkan tanpa jawaban tidak tersimpan. {words}</translation>
    </message>
    <message>
        <source>The &amp;pictures go along, not only their labels</source>
        <translation>&amp;Gambarnya ikut, bukan hanya labelnya</translation>
    </message>
    <message>
        <source>The administrators of this computer have fixed or switched off some of what Lentigo can do, in {source}.</source>
        <translation>Administrator komputer ini telah menetapkan atau mematikan sebagian kemampuan Lentigo, di {source}.</translation>
    </message>
    <message>
        <source>The analysis of this image was cancelled.</source>
        <translation>Analisis citra ini dibatalkan.</translation>
    </message>
    <message>
        <source>The archive has no such study.</source>
        <translation>Arsip tidak memiliki studi seperti itu.</translation>
    </message>
    <message>
        <source>The archive was not asked yet.</source>
        <translation>Arsip belum ditanya.</translation>
    </message>
    <message>
        <source>The atlas</source>
        <translation>Atlas</translation>
    </message>
    <message>
        <source>The atlas cannot be opened</source>
        <translation>Atlas tidak dapat dibuka</translation>
    </message>
    <message>
        <source>The atlas cannot be read</source>
        <translation>Atlas tidak dapat dibaca</translation>
    </message>
    <message>
        <source>The atlas has no other lesion to compare with.</source>
        <translation>Atlas tidak memiliki lesi lain untuk dibandingkan.</translation>
    </message>
    <message>
        <source>The atlas is ready and in use.</source>
        <translation>Atlas sudah siap dan dipakai.</translation>
    </message>
    <message>
        <source>The backup is put back.</source>
        <translation>Cadangan telah dikembalikan.</translation>
    </message>
    <message>
        <source>The backup is put back. What was here before lies in {path}.</source>
        <translation>Cadangan telah dikembalikan. Yang ada sebelumnya kini berada di {path}.</translation>
    </message>
    <message>
        <source>The batch is done: {images}, in {table}.</source>
        <translation>Batch selesai: {images}, dalam {table}.</translation>
    </message>
    <message>
        <source>The batch is paused, because no model answers: go on when there is one.</source>
        <translation>Batch dijeda karena tidak ada model yang menjawab: lanjutkan jika sudah ada.</translation>
    </message>
    <message>
        <source>The batch was stopped, because its table holds the answers of another model. Go back to that model to go on, or begin a new batch.</source>
        <translation>Batch dihentikan karena tabelnya memuat jawaban model lain. Kembalilah ke model itu untuk melanjutkan, atau mulai batch baru.</translation>
    </message>
    <message>
        <source>The case mix that you stated is not about the classes of this model, so its probabilities stand as calibrated. State it anew under Model, Case mix.</source>
        <translation>Komposisi kasus yang Anda nyatakan bukan tentang kelas-kelas model ini, jadi probabilitasnya tetap seperti hasil kalibrasi. Nyatakan yang baru di Model, Komposisi kasus.</translation>
    </message>
    <message>
        <source>The cases are encrypted from now on.</source>
        <translation>Mulai sekarang kasus terenkripsi.</translation>
    </message>
    <message>
        <source>The cases are encrypted.</source>
        <translation>Kasus terenkripsi.</translation>
    </message>
    <message>
        <source>The cases are not encrypted any more.</source>
        <translation>Kasus tidak terenkripsi lagi.</translation>
    </message>
    <message>
        <source>The cases are protected</source>
        <translation>Kasus dilindungi</translation>
    </message>
    <message>
        <source>The cases cannot be opened</source>
        <translation>Kasus tidak dapat dibuka</translation>
    </message>
    <message numerus="yes">
        <source>The chosen image</source>
        <comment>The {n:,} chosen images</comment>
        <translation>
            <numerusform>{n:,} citra yang dipilih</numerusform>
        </translation>
    </message>
    <message>
        <source>The code of Lentigo is licensed under the Apache License 2.0.</source>
        <translation>Kode Lentigo berlisensi Apache License 2.0.</translation>
    </message>
    <message>
        <source>The fetching</source>
        <translation>Pengambilan</translation>
    </message>
    <message>
        <source>The file has changed since it was analysed: open it again.</source>
        <translation>Berkas telah berubah sejak dianalisis: buka lagi.</translation>
    </message>
    <message>
        <source>The file says more. Nothing of it is taken unless you take it.</source>
        <translation>Berkas ini berisi keterangan lain. Tidak ada yang diambil kecuali Anda mengambilnya.</translation>
    </message>
    <message>
        <source>The file says more: a case offers it.</source>
        <translation>Berkas berisi keterangan lain: kasus menawarkannya.</translation>
    </message>
    <message>
        <source>The finding is ready, and stays covered until you have said what you see.</source>
        <translation>Temuan sudah siap, dan tetap tertutup sampai Anda menyatakan apa yang Anda lihat.</translation>
    </message>
    <message>
        <source>The findings were weighted to different case mixes.</source>
        <translation>Kedua temuan dibobot dengan komposisi kasus yang berbeda.</translation>
    </message>
    <message>
        <source>The folder is made if there is none.</source>
        <translation>Folder dibuat bila belum ada.</translation>
    </message>
    <message>
        <source>The former model is used again.</source>
        <translation>Model sebelumnya dipakai lagi.</translation>
    </message>
    <message>
        <source>The graphics processor where one works</source>
        <translation>Prosesor grafis jika ada yang berfungsi</translation>
    </message>
    <message>
        <source>The graphics processor, or an error</source>
        <translation>Prosesor grafis, atau kesalahan</translation>
    </message>
    <message>
        <source>The image cannot be read</source>
        <translation>Citra tidak dapat dibaca</translation>
    </message>
    <message>
        <source>The image file is missing</source>
        <translation>Berkas citra tidak ada</translation>
    </message>
    <message>
        <source>The image is in the queue. Its finding follows by itself.</source>
        <translation>Citra ada dalam antrean. Temuannya menyusul dengan sendirinya.</translation>
    </message>
    <message>
        <source>The image is kept unchanged, with its finding, on today&apos;s visit. To a lesion, as another image of the same; to a patient, as a new lesion; or to a new patient.</source>
        <translation>Citra disimpan tanpa diubah, beserta temuannya, pada kunjungan hari ini. Pada suatu lesi, sebagai citra lain dari lesi yang sama; pada seorang pasien, sebagai lesi baru; atau pada pasien baru.</translation>
    </message>
    <message>
        <source>The image that you look at</source>
        <translation>Citra yang Anda lihat</translation>
    </message>
    <message>
        <source>The image, with the heat map of the chosen class over it</source>
        <translation>Citra, dengan peta panas kelas yang dipilih di atasnya</translation>
    </message>
    <message>
        <source>The images are drawings that show nobody.</source>
        <translation>Citranya berupa gambar rekaan yang tidak menampilkan siapa pun.</translation>
    </message>
    <message>
        <source>The labelled image</source>
        <translation>Citra berlabel</translation>
    </message>
    <message>
        <source>The language changes when what is being read or written is done.</source>
        <translation>Bahasa berganti setelah yang sedang dibaca atau ditulis selesai.</translation>
    </message>
    <message>
        <source>The language of the system where Lentigo speaks it, else English</source>
        <translation>Bahasa sistem jika Lentigo menguasainya, jika tidak bahasa Inggris</translation>
    </message>
    <message>
        <source>The lesion cannot be opened</source>
        <translation>Lesi tidak dapat dibuka</translation>
    </message>
    <message>
        <source>The lesion itself</source>
        <translation>Lesi itu sendiri</translation>
    </message>
    <message>
        <source>The main processor</source>
        <translation>Prosesor utama</translation>
    </message>
    <message>
        <source>The model is installed. Model, Use the former model goes back.</source>
        <translation>Model terpasang. Model, Pakai model sebelumnya untuk kembali.</translation>
    </message>
    <message>
        <source>The model is starting.</source>
        <translation>Model sedang dimulai.</translation>
    </message>
    <message>
        <source>The model is starting. The finding follows by itself.</source>
        <translation>Model sedang dimulai. Temuan menyusul dengan sendirinya.</translation>
    </message>
    <message>
        <source>The model is starting…</source>
        <translation>Model sedang dimulai…</translation>
    </message>
    <message>
        <source>The model knows nothing like the newer image, so its numbers are left out.</source>
        <translation>Model tidak mengenal apa pun yang mirip dengan citra yang lebih baru, jadi angkanya tidak disertakan.</translation>
    </message>
    <message>
        <source>The model knows nothing like the older image, so its numbers are left out.</source>
        <translation>Model tidak mengenal apa pun yang mirip dengan citra yang lebih lama, jadi angkanya tidak disertakan.</translation>
    </message>
    <message>
        <source>The model: {finding}</source>
        <translation>Model: {finding}</translation>
    </message>
    <message>
        <source>The most probable class</source>
        <translation>Kelas yang paling mungkin</translation>
    </message>
    <message>
        <source>The nearest first; Enter shows one large</source>
        <translation>Yang terdekat lebih dahulu; Enter menampilkannya besar</translation>
    </message>
    <message>
        <source>The network is &amp;protected: accept http: as well</source>
        <translation>Jaringan terlin&amp;dung: terima juga http:</translation>
    </message>
    <message>
        <source>The newer image has no finding to compare.</source>
        <translation>Citra yang lebih baru tidak memiliki temuan untuk dibandingkan.</translation>
    </message>
    <message>
        <source>The next page</source>
        <translation>Halaman berikutnya</translation>
    </message>
    <message>
        <source>The older image has no finding to compare.</source>
        <translation>Citra yang lebih lama tidak memiliki temuan untuk dibandingkan.</translation>
    </message>
    <message>
        <source>The oldest first; Enter shows one in Look, Delete deletes it</source>
        <translation>Yang tertua lebih dahulu; Enter menampilkannya di Lihat, Delete menghapusnya</translation>
    </message>
    <message>
        <source>The original of this image cannot be read.</source>
        <translation>Berkas asli citra ini tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>The original of this image is not in the image store any more.</source>
        <translation>Berkas asli citra ini tidak ada lagi di penyimpanan citra.</translation>
    </message>
    <message>
        <source>The page before</source>
        <translation>Halaman sebelumnya</translation>
    </message>
    <message>
        <source>The passphrase needs at least {least} characters.</source>
        <translation>Frasa sandi memerlukan sedikitnya {least} karakter.</translation>
    </message>
    <message>
        <source>The passphrase of the cases is changed.</source>
        <translation>Frasa sandi kasus telah diganti.</translation>
    </message>
    <message>
        <source>The patient&apos;s &amp;name</source>
        <translation>&amp;Nama pasien</translation>
    </message>
    <message>
        <source>The picture with its heat map is on the clipboard.</source>
        <translation>Gambar dengan peta panasnya ada di papan klip.</translation>
    </message>
    <message>
        <source>The printer that was chosen cannot be reached. Choose another one, or save the report as PDF.</source>
        <translation>Pencetak yang dipilih tidak dapat dijangkau. Pilih yang lain, atau simpan laporan sebagai PDF.</translation>
    </message>
    <message>
        <source>The printer “{name}” cannot be reached. Choose another one, or save the report as PDF.</source>
        <translation>Pencetak “{name}” tidak dapat dijangkau. Pilih yang lain, atau simpan laporan sebagai PDF.</translation>
    </message>
    <message>
        <source>The rows on your clinic&apos;s server are not: that is the server&apos;s affair.</source>
        <translation>Baris pada server klinik Anda tidak: itu urusan server.</translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation>Sekali &amp;lagi</translation>
    </message>
    <message>
        <source>The scale is kept with the image; Undo takes it back.</source>
        <translation>Skala disimpan bersama citra; Urungkan menariknya kembali.</translation>
    </message>
    <message>
        <source>The scale is the same for every picture, so a weak map looks weak.</source>
        <translation>Skalanya sama untuk setiap gambar, jadi peta yang lemah tampak lemah.</translation>
    </message>
    <message>
        <source>The score when only some places are left</source>
        <translation>Skor jika hanya beberapa tempat yang tersisa</translation>
    </message>
    <message>
        <source>The self-test broke down: Help, Crash reports may say why.</source>
        <translation>Uji mandiri terhenti: Bantuan, Laporan kemogokan mungkin menjelaskan sebabnya.</translation>
    </message>
    <message>
        <source>The system starts no process for this work.</source>
        <translation>Sistem tidak menjalankan proses untuk pekerjaan ini.</translation>
    </message>
    <message>
        <source>The table is made, and grows by a row for each image.</source>
        <translation>Tabel akan dibuat, dan bertambah satu baris untuk setiap citra.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Keduanya tidak sama.</translation>
    </message>
    <message>
        <source>The weights of its own model are licensed under CC BY-NC 4.0, because the images they were learned from are: HAM10000, ViDIR Group, Medical University of Vienna (Tschandl, Rosendahl, Kittler, Sci. Data 5:180161, 2018, doi:10.1038/sdata.2018.161). With this model, Lentigo may not be used commercially.</source>
        <translation>Bobot modelnya sendiri berlisensi CC BY-NC 4.0, karena begitu pula citra yang dipelajarinya: HAM10000, ViDIR Group, Medical University of Vienna (Tschandl, Rosendahl, Kittler, Sci. Data 5:180161, 2018, doi:10.1038/sdata.2018.161). Dengan model ini, Lentigo tidak boleh dipakai secara komersial.</translation>
    </message>
    <message>
        <source>The whole atlas</source>
        <translation>Seluruh atlas</translation>
    </message>
    <message>
        <source>The whole page at once</source>
        <translation>Seluruh halaman sekaligus</translation>
    </message>
    <message>
        <source>The window is made with Qt for Python, under the LGPL 3.</source>
        <translation>Jendelanya dibuat dengan Qt for Python, di bawah LGPL 3.</translation>
    </message>
    <message>
        <source>The work broke down ({code}).</source>
        <translation>Pekerjaan terhenti ({code}).</translation>
    </message>
    <message>
        <source>There is an atlas here: it is replaced when the new one is whole.</source>
        <translation>Di sini ada atlas: atlas itu diganti setelah yang baru lengkap.</translation>
    </message>
    <message>
        <source>There is no image in this folder.</source>
        <translation>Tidak ada citra dalam folder ini.</translation>
    </message>
    <message>
        <source>There is no model yet. Try again when it has started.</source>
        <translation>Belum ada model. Coba lagi setelah model dimulai.</translation>
    </message>
    <message>
        <source>There is no picture in what you pasted or dropped.</source>
        <translation>Tidak ada gambar dalam yang Anda tempel atau jatuhkan.</translation>
    </message>
    <message>
        <source>There is no picture to show.</source>
        <translation>Tidak ada gambar untuk ditampilkan.</translation>
    </message>
    <message>
        <source>There is none yet: name one below.</source>
        <translation>Belum ada: beri nama satu di bawah.</translation>
    </message>
    <message>
        <source>These are the first {n:,}: ask for fewer.</source>
        <translation>Ini {n:,} yang pertama: persempit permintaan.</translation>
    </message>
    <message>
        <source>They are shown to whoever types their passphrase.</source>
        <translation>Kasus ditampilkan kepada siapa pun yang mengetik frasa sandinya.</translation>
    </message>
    <message>
        <source>They cannot be read</source>
        <translation>Tidak dapat dibaca</translation>
    </message>
    <message>
        <source>This atlas has no embeddings, by which they are found. “Build an atlas” of its folder, with the model, makes one that has.</source>
        <translation>Atlas ini tidak memiliki embedding, yang dipakai untuk menemukannya. “Buat atlas” dari foldernya, dengan model, menghasilkan atlas yang memilikinya.</translation>
    </message>
    <message>
        <source>This could not be done, because of a fault of Lentigo&apos;s own.</source>
        <translation>Ini tidak dapat dilakukan karena kesalahan Lentigo sendiri.</translation>
    </message>
    <message>
        <source>This could not be made, because the program that makes it broke down or ran out of memory. Try it again.</source>
        <translation>Ini tidak dapat dibuat, karena program yang membuatnya terhenti atau kehabisan memori. Coba lagi.</translation>
    </message>
    <message>
        <source>This does not look like a lesion, so what is similar to it says nothing.</source>
        <translation>Ini tidak tampak seperti lesi, jadi yang serupa dengannya tidak berarti apa-apa.</translation>
    </message>
    <message>
        <source>This folder lies among the images: name another.</source>
        <translation>Folder ini berada di antara citra: beri nama lain.</translation>
    </message>
    <message>
        <source>This image</source>
        <translation>Citra ini</translation>
    </message>
    <message>
        <source>This is another file than the one whose checksum was told.</source>
        <translation>Ini berkas lain, bukan yang jumlah pemeriksanya diberitahukan.</translation>
    </message>
    <message>
        <source>This is the table itself: name another file.</source>
        <translation>Ini tabel itu sendiri: sebutkan berkas lain.</translation>
    </message>
    <message>
        <source>This is what the package says of itself. Anybody can make one: bring in what comes from somebody you know.</source>
        <translation>Begitulah kata paket ini tentang dirinya. Siapa pun dapat membuat paket: masukkan yang berasal dari orang yang Anda kenal.</translation>
    </message>
    <message numerus="yes">
        <source>This lesion is due again in {n:,} day.</source>
        <comment>This lesion is due again in {n:,} days.</comment>
        <translation>
            <numerusform>Lesi ini akan ditanyakan lagi dalam {n:,} hari.</numerusform>
        </translation>
    </message>
    <message>
        <source>This profile is not there any more.</source>
        <translation>Profil ini sudah tidak ada.</translation>
    </message>
    <message>
        <source>This table is there: images that have their row are not analysed again.</source>
        <translation>Tabel ini sudah ada: citra yang sudah memiliki baris tidak dianalisis lagi.</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>Ini dibatalkan.</translation>
    </message>
    <message>
        <source>This was cancelled. Close and open it to try again.</source>
        <translation>Ini dibatalkan. Tutup lalu buka untuk mencoba lagi.</translation>
    </message>
    <message>
        <source>Those last changed first; Enter opens the patient&apos;s page</source>
        <translation>Yang terakhir diubah lebih dahulu; Enter membuka halaman pasien</translation>
    </message>
    <message>
        <source>Thousands of images become a table that grows while you watch, and that goes on after a pause, also tomorrow. Drop folders here, or choose one.</source>
        <translation>Ribuan citra menjadi tabel yang bertambah selagi Anda melihatnya, dan berlanjut setelah jeda, juga besok. Jatuhkan folder di sini, atau pilih satu.</translation>
    </message>
    <message>
        <source>Through a &amp;dermatoscope</source>
        <translation>Melalui &amp;dermatoskop</translation>
    </message>
    <message>
        <source>Tick the collections in which {images} shall be. The atlas stays as it is.</source>
        <translation>Centang koleksi tempat {images} berada. Atlas tidak berubah.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Tiny lesion</source>
        <translation>Lesi sangat kecil</translation>
    </message>
    <message>
        <source>To a new &amp;patient</source>
        <translation>Ke &amp;pasien baru</translation>
    </message>
    <message>
        <source>To lock, Lentigo needs a passphrase.</source>
        <translation>Untuk mengunci, Lentigo memerlukan frasa sandi.</translation>
    </message>
    <message>
        <source>To the &amp;lesion chosen below</source>
        <translation>Ke &amp;lesi yang dipilih di bawah</translation>
    </message>
    <message>
        <source>Together 100 %.</source>
        <translation>Bersama-sama 100%.</translation>
    </message>
    <message>
        <source>Together 100 %. A class of 0 % will never be the finding.</source>
        <translation>Bersama-sama 100%. Kelas dengan 0% tidak akan pernah menjadi temuan.</translation>
    </message>
    <message>
        <source>Together {sum}: {rest} are missing.</source>
        <translation>Bersama-sama {sum}: masih kurang {rest}.</translation>
    </message>
    <message>
        <source>Together {sum}: {rest} too much.</source>
        <translation>Bersama-sama {sum}: kelebihan {rest}.</translation>
    </message>
    <message>
        <source>Too bright</source>
        <translation>Terlalu terang</translation>
    </message>
    <message>
        <source>Too dark</source>
        <translation>Terlalu gelap</translation>
    </message>
    <message>
        <source>Too little of the skin around agrees, so the lesion itself was aligned: if it has grown, you do not see it here.</source>
        <translation>Terlalu sedikit kulit di sekitarnya yang cocok, jadi lesi itu sendiri yang disejajarkan: jika lesi membesar, hal itu tidak terlihat di sini.</translation>
    </message>
    <message>
        <source>Too small</source>
        <translation>Terlalu kecil</translation>
    </message>
    <message>
        <source>Transparency removed</source>
        <translation>Transparansi dihapus</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Kepercayaan</translation>
    </message>
    <message>
        <source>Trust in the finding</source>
        <translation>Kepercayaan pada temuan</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Turned out to be</source>
        <translation>Ternyata adalah</translation>
    </message>
    <message>
        <source>Two images are needed</source>
        <translation>Diperlukan dua citra</translation>
    </message>
    <message>
        <source>Type the passphrase…</source>
        <translation>Ketik frasa sandi…</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Ketik apa yang ingin Anda lakukan</translation>
    </message>
    <message>
        <source>Type what you want to do, and choose from the commands that mean it</source>
        <translation>Ketik apa yang ingin Anda lakukan, dan pilih dari perintah yang berarti demikian</translation>
    </message>
    <message>
        <source>Unlike a lesion</source>
        <translation>Tidak seperti lesi</translation>
    </message>
    <message>
        <source>Unlike a lesion first</source>
        <translation>Yang tidak seperti lesi dahulu</translation>
    </message>
    <message>
        <source>Unsaved draft</source>
        <translation>Draf belum disimpan</translation>
    </message>
    <message>
        <source>Use Lentigo&apos;s &amp;own model</source>
        <translation>Gunakan model &amp;Lentigo sendiri</translation>
    </message>
    <message>
        <source>Use no logo</source>
        <translation>Jangan pakai logo</translation>
    </message>
    <message>
        <source>Use the &amp;former model</source>
        <translation>Pakai model se&amp;belumnya</translation>
    </message>
    <message>
        <source>Use the model bundle in another folder</source>
        <translation>Gunakan paket model dalam folder lain</translation>
    </message>
    <message>
        <source>Use the whole screen, or leave it</source>
        <translation>Gunakan seluruh layar, atau keluar darinya</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Biasa</translation>
    </message>
    <message>
        <source>Usual certainty</source>
        <translation>Keyakinan biasa</translation>
    </message>
    <message>
        <source>Verify a model bundle, copy it, and use it from now on</source>
        <translation>Memeriksa bundel model, menyalinnya, dan memakainya mulai sekarang</translation>
    </message>
    <message>
        <source>Version, model, licences and purpose</source>
        <translation>Versi, model, lisensi, dan tujuan</translation>
    </message>
    <message>
        <source>Visit of {day}</source>
        <translation>Kunjungan {day}</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>Menunggu…</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Peringatan</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Peringatan</translation>
    </message>
    <message>
        <source>Weights SHA-256 {sha256}</source>
        <translation>SHA-256 bobot {sha256}</translation>
    </message>
    <message>
        <source>Weights {digits}… under {licence}
{signed}
{name}: {reason}</source>
        <translation>Bobot {digits}… dengan lisensi {licence}
{signed}
{name}: {reason}</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Apa</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Yang berubah</translation>
    </message>
    <message>
        <source>What comes near a threshold is computed again in full. So all findings were the same on {images:,} images that the model had not learned from, {again} of them computed again; probabilities differed by up to {most}. Each row says how it was computed. Not together with heat maps.</source>
        <translation>Yang mendekati ambang dihitung ulang dengan presisi penuh. Dengan demikian semua temuan sama pada {images:,} citra yang tidak pernah dipelajari model, {again} di antaranya dihitung ulang; probabilitas berbeda paling banyak {most}. Setiap baris menyebutkan cara penghitungannya. Tidak bersama peta panas.</translation>
    </message>
    <message>
        <source>What could be read is an atlas of its own, and in use.</source>
        <translation>Yang dapat dibaca kini menjadi atlas sendiri, dan dipakai.</translation>
    </message>
    <message>
        <source>What do you take it for?</source>
        <translation>Menurut Anda, apakah ini?</translation>
    </message>
    <message>
        <source>What does the ruler read between the ends of the line?</source>
        <translation>Berapa yang terbaca pada penggaris di antara kedua ujung garis?</translation>
    </message>
    <message>
        <source>What identifies</source>
        <translation>Yang mengenali</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>Isinya</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>Apakah ini?</translation>
    </message>
    <message>
        <source>What is known of it</source>
        <translation>Yang diketahui tentangnya</translation>
    </message>
    <message>
        <source>What is packed</source>
        <translation>Yang dipaketkan</translation>
    </message>
    <message>
        <source>What is wrong with the atlas</source>
        <translation>Yang salah dengan atlas</translation>
    </message>
    <message>
        <source>What may identify patients is left out unless chosen</source>
        <translation>Yang dapat mengenali pasien tidak disertakan kecuali dipilih</translation>
    </message>
    <message>
        <source>What somebody else wrote</source>
        <translation>Yang ditulis orang lain</translation>
    </message>
    <message>
        <source>What the archive says</source>
        <translation>Jawaban arsip</translation>
    </message>
    <message>
        <source>What the file says</source>
        <translation>Keterangan dalam berkas</translation>
    </message>
    <message>
        <source>What the model says</source>
        <translation>Apa kata model</translation>
    </message>
    <message>
        <source>What the report is about</source>
        <translation>Tentang apa laporan ini</translation>
    </message>
    <message>
        <source>What there is to say</source>
        <translation>Yang perlu diketahui</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>Yang perlu dicari</translation>
    </message>
    <message>
        <source>What to look for: {name}</source>
        <translation>Yang perlu dicari: {name}</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Yang ditemukan</translation>
    </message>
    <message>
        <source>What was missed</source>
        <translation>Yang terlewat</translation>
    </message>
    <message>
        <source>What your answers say</source>
        <translation>Apa kata jawaban Anda</translation>
    </message>
    <message>
        <source>What your answers say: what you recognise and what you mix up</source>
        <translation>Apa kata jawaban Anda: apa yang dikenali dan apa yang tertukar</translation>
    </message>
    <message>
        <source>When nobody has used Lentigo for this long, everything is covered until the passphrase is typed. That keeps glances away, not somebody who can use your account: cases are not encrypted by it.</source>
        <translation>Jika tidak ada yang memakai Lentigo selama ini, semuanya ditutup sampai frasa sandi diketik. Itu menghalangi lirikan, bukan orang yang dapat memakai akun Anda: kasus tidak dienkripsi olehnya.</translation>
    </message>
    <message>
        <source>Whether it is malignant is asked, too</source>
        <translation>Ditanyakan juga apakah ganas</translation>
    </message>
    <message>
        <source>Whether the image looks like nothing that the model knows</source>
        <translation>Apakah citra tidak mirip apa pun yang dikenal model</translation>
    </message>
    <message>
        <source>Whether you have answered this before cannot be read. {words}</source>
        <translation>Apakah Anda pernah menjawab ini tidak dapat dibaca. {words}</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Yang mana</translation>
    </message>
    <message>
        <source>Which are listed</source>
        <translation>Yang didaftar</translation>
    </message>
    <message>
        <source>Which features speak for a class; at once</source>
        <translation>Ciri mana yang mendukung suatu kelas; seketika</translation>
    </message>
    <message>
        <source>Who has filled it</source>
        <translation>Siapa yang mengisinya</translation>
    </message>
    <message>
        <source>Who learns</source>
        <translation>Siapa yang belajar</translation>
    </message>
    <message>
        <source>Who learns?</source>
        <translation>Siapa yang belajar?</translation>
    </message>
    <message>
        <source>Who makes it</source>
        <translation>Siapa pembuatnya</translation>
    </message>
    <message>
        <source>Who, or which laboratory and its number</source>
        <translation>Siapa, atau laboratorium mana dan nomornya</translation>
    </message>
    <message>
        <source>Whole folders of images, into a table</source>
        <translation>Seluruh folder citra menjadi tabel</translation>
    </message>
    <message>
        <source>Whole patient</source>
        <translation>Seluruh pasien</translation>
    </message>
    <message>
        <source>Whose the files are</source>
        <translation>Milik siapa berkas itu</translation>
    </message>
    <message>
        <source>Why there is no finding, or what to know about it</source>
        <translation>Mengapa tidak ada temuan, atau apa yang perlu diketahui tentangnya</translation>
    </message>
    <message>
        <source>With a plain &amp;camera</source>
        <translation>Dengan &amp;kamera biasa</translation>
    </message>
    <message>
        <source>With embeddings by the model {name} {version}, by which similar images are found.</source>
        <translation>Dengan embedding oleh model {name} {version}, yang dipakai untuk menemukan citra serupa.</translation>
    </message>
    <message>
        <source>With names, file names and &amp;free texts</source>
        <translation>Dengan nama, nama berkas, dan &amp;teks bebas</translation>
    </message>
    <message>
        <source>Without a finding</source>
        <translation>Tanpa temuan</translation>
    </message>
    <message>
        <source>Without any answer, saving deletes this checklist.</source>
        <translation>Tanpa jawaban apa pun, menyimpan akan menghapus daftar periksa ini.</translation>
    </message>
    <message>
        <source>Without the &amp;lesion</source>
        <translation>Tanpa &amp;lesi</translation>
    </message>
    <message>
        <source>Without, it takes seconds in place of minutes.</source>
        <translation>Tanpa itu, hanya perlu beberapa detik, bukan menit.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Kata</translation>
    </message>
    <message>
        <source>Words in patient, lesion, notes or diagnoses, in any order</source>
        <translation>Kata dalam pasien, lesi, catatan, atau diagnosis, dalam urutan apa pun</translation>
    </message>
    <message>
        <source>Working… Everything is written anew and read back.</source>
        <translation>Sedang bekerja… Semuanya ditulis ulang dan dibaca kembali.</translation>
    </message>
    <message>
        <source>Write a name above to begin a profile. Answers are kept under it, on this computer alone; each profile has its own.</source>
        <translation>Tulis nama di atas untuk memulai profil. Jawaban disimpan dengan nama itu, hanya di komputer ini; tiap profil punya jawabannya sendiri.</translation>
    </message>
    <message>
        <source>Write a note about {about}</source>
        <translation>Tulis catatan tentang {about}</translation>
    </message>
    <message>
        <source>Write a row for each answer that is counted</source>
        <translation>Menulis satu baris untuk tiap jawaban yang dihitung</translation>
    </message>
    <message>
        <source>Write again what was taken back</source>
        <translation>Tulis lagi yang telah ditarik kembali</translation>
    </message>
    <message>
        <source>Write figures and plots of your answers, for a supervisor</source>
        <translation>Menulis angka dan grafik dari jawaban Anda, untuk pembimbing</translation>
    </message>
    <message>
        <source>Write picture, heat map and finding of the chosen images as DICOM files</source>
        <translation>Tulis gambar, peta panas, dan temuan citra yang dipilih sebagai berkas DICOM</translation>
    </message>
    <message>
        <source>Write the chosen lesions, or all that were found, as a CSV or JSON table</source>
        <translation>Tulis lesi yang dipilih, atau semua yang ditemukan, sebagai tabel CSV atau JSON</translation>
    </message>
    <message>
        <source>Write the findings of the chosen images as preliminary reports of FHIR R4</source>
        <translation>Tulis temuan citra yang dipilih sebagai laporan awal FHIR R4</translation>
    </message>
    <message>
        <source>Write the rows that are seen, in their order, as a table</source>
        <translation>Tulis baris yang terlihat, menurut urutannya, sebagai tabel</translation>
    </message>
    <message>
        <source>Write what everybody has learned here into one file</source>
        <translation>Menulis semua yang telah dipelajari di sini ke dalam satu berkas</translation>
    </message>
    <message>
        <source>Written down on this computer when Lentigo crashed: kinds of errors and places in the code, no names, no images, no values. Lentigo sends them to nobody. They lie in {folder}.</source>
        <translation>Dicatat di komputer ini ketika Lentigo mogok: jenis kesalahan dan tempatnya di dalam kode, tanpa nama, tanpa citra, tanpa nilai. Lentigo tidak mengirimkannya kepada siapa pun. Letaknya di {folder}.</translation>
    </message>
    <message numerus="yes">
        <source>Wrote {n:,} file into {folder}.</source>
        <comment>Wrote {n:,} files into {folder}.</comment>
        <translation>
            <numerusform>{n:,} berkas ditulis ke {folder}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation>Tahun lahir</translation>
    </message>
    <message>
        <source>Yes, malignant</source>
        <translation>Ya, ganas</translation>
    </message>
    <message>
        <source>You answered this before, and did not save it.</source>
        <translation>Anda pernah menjawab ini dan belum menyimpannya.</translation>
    </message>
    <message>
        <source>You can go on working meanwhile.</source>
        <translation>Sementara itu Anda dapat terus bekerja.</translation>
    </message>
    <message>
        <source>You confirm to hold the rights to all of them; the package says so.</source>
        <translation>Anda menyatakan memegang hak atas semuanya; paket mencantumkannya.</translation>
    </message>
    <message>
        <source>You gave no answer in time.</source>
        <translation>Anda tidak menjawab tepat waktu.</translation>
    </message>
    <message>
        <source>You left a quiz about this atlas: {n:,} of {total:,} answered.</source>
        <translation>Anda meninggalkan kuis tentang atlas ini: {n:,} dari {total:,} dijawab.</translation>
    </message>
    <message>
        <source>You said: {name}, {percent} sure, after {seconds:.0f} s.</source>
        <translation>Jawaban Anda: {name}, {percent} yakin, setelah {seconds:.0f} d.</translation>
    </message>
    <message>
        <source>You said: {said}.</source>
        <translation>Anda menyatakan: {said}.</translation>
    </message>
    <message>
        <source>You said: {said}. Then: {then}.</source>
        <translation>Anda menyatakan: {said}. Lalu: {then}.</translation>
    </message>
    <message>
        <source>You stated this before, and did not save it.</source>
        <translation>Anda pernah menyatakan ini dan belum menyimpannya.</translation>
    </message>
    <message>
        <source>You wrote this before, and did not save it.</source>
        <translation>Anda pernah menulis ini dan belum menyimpannya.</translation>
    </message>
    <message>
        <source>Youngest first</source>
        <translation>Termuda dahulu</translation>
    </message>
    <message>
        <source>Your ans&amp;wers…</source>
        <translation>Ja&amp;waban Anda…</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Jawaban Anda</translation>
    </message>
    <message>
        <source>Your answer first</source>
        <translation>Jawab dahulu</translation>
    </message>
    <message>
        <source>Your answer is not kept, and the finding stays covered. {words}</source>
        <translation>Jawaban Anda tidak tersimpan, dan temuan tetap tertutup. {words}</translation>
    </message>
    <message>
        <source>Your answer is not kept. {words}</source>
        <translation>Jawaban Anda tidak tersimpan. {words}</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>Jawaban Anda</translation>
    </message>
    <message>
        <source>Your answers cannot be read</source>
        <translation>Jawaban Anda tidak dapat dibaca</translation>
    </message>
    <message>
        <source>Your last answer is not kept. {words}</source>
        <translation>Jawaban terakhir Anda tidak tersimpan. {words}</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Nama Anda</translation>
    </message>
    <message>
        <source>Your name, as you like it</source>
        <translation>Nama Anda, sesuka Anda</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Perbe&amp;sar</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Perk&amp;ecil</translation>
    </message>
    <message>
        <source>and {number} more below</source>
        <translation>dan {number} lagi di bawah</translation>
    </message>
    <message>
        <source>eight views of each image</source>
        <translation>delapan tampilan setiap citra</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gagal</translation>
    </message>
    <message>
        <source>lesion {name}</source>
        <translation>lesi {name}</translation>
    </message>
    <message>
        <source>malignant</source>
        <translation>ganas</translation>
    </message>
    <message>
        <source>newer</source>
        <translation>baru</translation>
    </message>
    <message>
        <source>no images yet</source>
        <translation>belum ada citra</translation>
    </message>
    <message>
        <source>of {total}</source>
        <translation>dari {total}</translation>
    </message>
    <message>
        <source>older</source>
        <translation>lama</translation>
    </message>
    <message>
        <source>one view of each image</source>
        <translation>satu tampilan setiap citra</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>opsional</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>lulus</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>dijeda</translation>
    </message>
    <message>
        <source>points</source>
        <translation>poin</translation>
    </message>
    <message>
        <source>rather than {name}</source>
        <translation>dibandingkan dengan {name}</translation>
    </message>
    <message>
        <source>same</source>
        <translation>sama</translation>
    </message>
    <message>
        <source>same size</source>
        <translation>ukuran sama</translation>
    </message>
    <message>
        <source>scale not known</source>
        <translation>skala tidak diketahui</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>dilewati</translation>
    </message>
    <message>
        <source>the case mix of the model</source>
        <translation>komposisi kasus model</translation>
    </message>
    <message>
        <source>your case mix</source>
        <translation>komposisi kasus Anda</translation>
    </message>
    <message>
        <source>{age} years and older</source>
        <translation>{age} tahun ke atas</translation>
    </message>
    <message>
        <source>{diagnoses} · {licence} · {source}</source>
        <translation>{diagnoses} · {licence} · {source}</translation>
    </message>
    <message>
        <source>{done:,} of {images}</source>
        <translation>{done:,} dari {images}</translation>
    </message>
    <message numerus="yes">
        <source>{done:,} of {n:,} image analysed</source>
        <comment>{done:,} of {n:,} images analysed</comment>
        <translation>
            <numerusform>{done:,} dari {n:,} citra dianalisis</numerusform>
        </translation>
    </message>
    <message>
        <source>{done:,} of {total:,} images</source>
        <translation>{done:,} dari {total:,} citra</translation>
    </message>
    <message>
        <source>{done} They could not be opened again: {failure}</source>
        <translation>{done} Kasus tidak dapat dibuka kembali: {failure}</translation>
    </message>
    <message>
        <source>{engine} on {device}</source>
        <translation>{engine} pada {device}</translation>
    </message>
    <message>
        <source>{file} holds {images}.</source>
        <translation>{file} memuat {images}.</translation>
    </message>
    <message>
        <source>{finding}, counted as malignant</source>
        <translation>{finding}, dihitung sebagai ganas</translation>
    </message>
    <message numerus="yes">
        <source>{first} and {n:,} other folder</source>
        <comment>{first} and {n:,} other folders</comment>
        <translation>
            <numerusform>{first} dan {n:,} folder lain</numerusform>
        </translation>
    </message>
    <message>
        <source>{format} table (*.{ending})</source>
        <translation>Tabel {format} (*.{ending})</translation>
    </message>
    <message>
        <source>{images} fetched; they are open in Look.</source>
        <translation>{images} diambil; semuanya terbuka di Lihat.</translation>
    </message>
    <message>
        <source>{images} in {table}</source>
        <translation>{images} dalam {table}</translation>
    </message>
    <message>
        <source>{images} in {table} so far: the batch has not come to its end.</source>
        <translation>{images} dalam {table} sejauh ini: batch belum selesai.</translation>
    </message>
    <message>
        <source>{images} without the picture, because {reason}.</source>
        <translation>{images} tanpa gambarnya, karena {reason}.</translation>
    </message>
    <message>
        <source>{images}, {without}</source>
        <translation>{images}, {without}</translation>
    </message>
    <message>
        <source>{images}: a preliminary DiagnosticReport of FHIR R4, as a JSON file. There is no other patient data in it than what is stated here.</source>
        <translation>{images}: DiagnosticReport awal dari FHIR R4, sebagai berkas JSON. Tidak ada data pasien lain di dalamnya selain yang dinyatakan di sini.</translation>
    </message>
    <message>
        <source>{images}: heat map and preliminary report go to {host}, and the picture where it does not come from there.</source>
        <translation>{images}: peta panas dan laporan awal dikirim ke {host}, juga gambarnya bila tidak berasal dari sana.</translation>
    </message>
    <message>
        <source>{images}: the picture, the heat map and a preliminary report, each as a DICOM file. Nothing about a patient is taken over unless chosen here.</source>
        <translation>{images}: gambar, peta panas, dan laporan awal, masing-masing sebagai berkas DICOM. Tidak ada data pasien yang diambil alih kecuali dipilih di sini.</translation>
    </message>
    <message>
        <source>{images}: {diagnoses}</source>
        <translation>{images}: {diagnoses}</translation>
    </message>
    <message>
        <source>{image} is kept with {where}, on the visit of {day}.</source>
        <translation>{image} disimpan pada {where}, pada kunjungan {day}.</translation>
    </message>
    <message>
        <source>{image} is kept with {where}, on today&apos;s visit.</source>
        <translation>{image} disimpan pada {where}, pada kunjungan hari ini.</translation>
    </message>
    <message>
        <source>{kind} ({n:,})</source>
        <translation>{kind} ({n:,})</translation>
    </message>
    <message>
        <source>{kind}, made by {author} on {day}</source>
        <translation>{kind}, dibuat oleh {author} pada {day}</translation>
    </message>
    <message>
        <source>{kind}, made on {day}</source>
        <translation>{kind}, dibuat pada {day}</translation>
    </message>
    <message>
        <source>{known}. Distance {distance}</source>
        <translation>{known}. Jarak {distance}</translation>
    </message>
    <message>
        <source>{length:.1f} mm</source>
        <translation>{length:.1f} mm</translation>
    </message>
    <message>
        <source>{length} in the image of {day}.</source>
        <translation>{length} pada citra tanggal {day}.</translation>
    </message>
    <message>
        <source>{lesion} of {patient}</source>
        <translation>{lesion} dari {patient}</translation>
    </message>
    <message>
        <source>{low} to {high} years</source>
        <translation>{low} sampai {high} tahun</translation>
    </message>
    <message>
        <source>{method} for {name}</source>
        <translation>{method} untuk {name}</translation>
    </message>
    <message>
        <source>{method}: evidence for {name}</source>
        <translation>{method}: bukti untuk {name}</translation>
    </message>
    <message>
        <source>{method}: influence on {name}</source>
        <translation>{method}: pengaruh terhadap {name}</translation>
    </message>
    <message numerus="yes">
        <source>{n:,} answer</source>
        <comment>{n:,} answers</comment>
        <translation>
            <numerusform>{n:,} jawaban</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} answer came too late.</source>
        <comment>{n:,} answers came too late.</comment>
        <translation>
            <numerusform>{n:,} jawaban terlambat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} diagnosis</source>
        <comment>{n:,} diagnoses</comment>
        <translation>
            <numerusform>{n:,} diagnosis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} image</source>
        <comment>{n:,} images</comment>
        <translation>
            <numerusform>{n:,} citra</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} image fits.</source>
        <comment>{n:,} images fit.</comment>
        <translation>
            <numerusform>{n:,} citra cocok.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} image is missing, as its picture was not in the file.</source>
        <comment>{n:,} images are missing, as their pictures were not in the file.</comment>
        <translation>
            <numerusform>{n:,} citra tidak ada, karena gambarnya tidak ada di berkas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} lesion</source>
        <comment>{n:,} lesions</comment>
        <translation>
            <numerusform>{n:,} lesi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} object sent.</source>
        <comment>{n:,} objects sent.</comment>
        <translation>
            <numerusform>{n:,} objek dikirim.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n:,} of {images}</source>
        <translation>{n:,} dari {images}</translation>
    </message>
    <message>
        <source>{n:,} of {total:,}</source>
        <translation>{n:,} dari {total:,}</translation>
    </message>
    <message>
        <source>{n:,} of {total:,} right</source>
        <translation>{n:,} dari {total:,} benar</translation>
    </message>
    <message numerus="yes">
        <source>{n:,} picture is not in the file; the open atlas has {known:,} of these.</source>
        <comment>{n:,} pictures are not in the file; the open atlas has {known:,} of these.</comment>
        <translation>
            <numerusform>{n:,} gambar tidak ada di berkas; atlas yang terbuka memiliki {known:,} di antaranya.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} picture may be passed on: {licence}.</source>
        <comment>{n:,} pictures may be passed on: {licence}.</comment>
        <translation>
            <numerusform>{n:,} gambar boleh diteruskan: {licence}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} picture stays, as its licence does not let it be passed on: {licence}.</source>
        <comment>{n:,} pictures stay, as their licence does not let them be passed on: {licence}.</comment>
        <translation>
            <numerusform>{n:,} gambar tertinggal, karena lisensinya melarang penerusan: {licence}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} picture stays, as nobody can tell whether its licence lets it be passed on: {licence}.</source>
        <comment>{n:,} pictures stay, as nobody can tell whether their licence lets them be passed on: {licence}.</comment>
        <translation>
            <numerusform>{n:,} gambar tertinggal, karena tidak jelas apakah lisensinya mengizinkan penerusan: {licence}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} question was left out.</source>
        <comment>{n:,} questions were left out.</comment>
        <translation>
            <numerusform>{n:,} pertanyaan dilewati.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} study</source>
        <comment>{n:,} studies</comment>
        <translation>
            <numerusform>{n:,} studi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} thing is wrong with the atlas in “{folder}”.</source>
        <comment>{n:,} things are wrong with the atlas in “{folder}”.</comment>
        <translation>
            <numerusform>Ada {n:,} hal yang salah dengan atlas di “{folder}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} was missed</source>
        <comment>{n:,} were missed</comment>
        <translation>
            <numerusform>{n:,} terlewat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} without a finding</source>
        <comment>{n:,} without a finding</comment>
        <translation>
            <numerusform>{n:,} tanpa temuan</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}
Finding of the model: {finding}</source>
        <translation>{name}
Temuan model: {finding}</translation>
    </message>
    <message>
        <source>{name} (drawn)</source>
        <translation>{name} (rekaan)</translation>
    </message>
    <message>
        <source>{name} (malignant)</source>
        <translation>{name} (ganas)</translation>
    </message>
    <message>
        <source>{name} ({n:,})</source>
        <translation>{name} ({n:,})</translation>
    </message>
    <message>
        <source>{name} is not finished. What is done is kept: ask for it again to go on.</source>
        <translation>{name} belum selesai. Yang sudah selesai disimpan: mintalah lagi untuk melanjutkan.</translation>
    </message>
    <message>
        <source>{name} rather than {other}</source>
        <translation>{name} dibandingkan dengan {other}</translation>
    </message>
    <message>
        <source>{name} {percent}</source>
        <translation>{name} {percent}</translation>
    </message>
    <message>
        <source>{name} {version}, made {created}, licence {licence}.</source>
        <translation>{name} {version}, dibuat {created}, lisensi {licence}.</translation>
    </message>
    <message>
        <source>{name}: {images}</source>
        <translation>{name}: {images}</translation>
    </message>
    <message>
        <source>{name}: {images} here, {n:,} elsewhere</source>
        <translation>{name}: {images} di sini, {n:,} di tempat lain</translation>
    </message>
    <message>
        <source>{name}: {text}</source>
        <translation>{name}: {text}</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <source>{note} Distance 0 is the same picture.</source>
        <translation>{note} Jarak 0 berarti gambar yang sama.</translation>
    </message>
    <message>
        <source>{number:.3g}</source>
        <translation>{number:.3g}</translation>
    </message>
    <message>
        <source>{number:.3g} or more ({unit})</source>
        <translation>{number:.3g} atau lebih ({unit})</translation>
    </message>
    <message numerus="yes">
        <source>{n} collection</source>
        <comment>{n} collections</comment>
        <translation>
            <numerusform>{n} koleksi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} image, last on {day}</source>
        <comment>{n} images, last on {day}</comment>
        <translation>
            <numerusform>{n} citra, terakhir pada {day}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more remark on this picture: see How sure.</source>
        <comment>{n} more remarks on this picture: see How sure.</comment>
        <translation>
            <numerusform>{n} catatan lagi tentang gambar ini: lihat Seberapa yakin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} second left</source>
        <comment>{n} seconds left</comment>
        <translation>
            <numerusform>Sisa {n} detik</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} seconds for each answer</source>
        <translation>{n} detik untuk setiap jawaban</translation>
    </message>
    <message>
        <source>{n}: the right one and those like it</source>
        <translation>{n}: yang benar dan yang mirip</translation>
    </message>
    <message>
        <source>{older:.1f} mm² before, {newer:.1f} mm² now.</source>
        <translation>{older:.1f} mm² dahulu, {newer:.1f} mm² sekarang.</translation>
    </message>
    <message>
        <source>{one} or {other}?</source>
        <translation>{one} atau {other}?</translation>
    </message>
    <message>
        <source>{percent} % larger</source>
        <translation>{percent}% lebih besar</translation>
    </message>
    <message>
        <source>{percent} % smaller</source>
        <translation>{percent}% lebih kecil</translation>
    </message>
    <message>
        <source>{percent}, no</source>
        <translation>{percent}, tidak</translation>
    </message>
    <message>
        <source>{percent}, yes</source>
        <translation>{percent}, ya</translation>
    </message>
    <message>
        <source>{rate:.1f} a second</source>
        <translation>{rate:.1f} per detik</translation>
    </message>
    <message>
        <source>{reason} Grad-CAM is shown instead.</source>
        <translation>{reason} Sebagai gantinya ditampilkan Grad-CAM.</translation>
    </message>
    <message>
        <source>{sign} re-weighted to the stated case mix</source>
        <translation>{sign} dibobot ulang ke komposisi kasus yang dinyatakan</translation>
    </message>
    <message>
        <source>{site}, seen from the back</source>
        <translation>{site}, dilihat dari belakang</translation>
    </message>
    <message>
        <source>{site}, seen from the front</source>
        <translation>{site}, dilihat dari depan</translation>
    </message>
    <message>
        <source>{size:.4g} mm per pixel, set on a ruler</source>
        <translation>{size:.4g} mm per piksel, diatur pada penggaris</translation>
    </message>
    <message>
        <source>{size:.4g} mm per pixel, stated by the file</source>
        <translation>{size:.4g} mm per piksel, dinyatakan oleh berkas</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>sisa {time}</translation>
    </message>
    <message>
        <source>{title}. Hatched: not seen by the model</source>
        <translation>{title}. Diarsir: tidak dilihat oleh model</translation>
    </message>
    <message>
        <source>{title}: hardly any in this picture</source>
        <translation>{title}: hampir tidak ada dalam gambar ini</translation>
    </message>
    <message>
        <source>{title}: none in this picture</source>
        <translation>{title}: tidak ada dalam gambar ini</translation>
    </message>
    <message>
        <source>{words} (re-weighted)</source>
        <translation>{words} (dibobot ulang)</translation>
    </message>
    <message>
        <source>{words} · malignant</source>
        <translation>{words} · ganas</translation>
    </message>
    <message>
        <source>{words}, favourite</source>
        <translation>{words}, favorit</translation>
    </message>
    <message>
        <source>{words}, {n:,} chosen</source>
        <translation>{words}, {n:,} dipilih</translation>
    </message>
    <message>
        <source>{words}, {percent}</source>
        <translation>{words}, {percent}</translation>
    </message>
    <message>
        <source>{words}, {time} left</source>
        <translation>{words}, sisa {time}</translation>
    </message>
    <message>
        <source>{words}. Low certainty</source>
        <translation>{words}. Keyakinan rendah</translation>
    </message>
    <message>
        <source>“{name}” is in use: {images}.</source>
        <translation>“{name}” dipakai: {images}.</translation>
    </message>
    <message>
        <source>“{name}” is no longer there, and was taken out of the list.</source>
        <translation>“{name}” tidak ada lagi, dan dikeluarkan dari daftar.</translation>
    </message>
    <message>
        <source>“{name}” is packed</source>
        <translation>“{name}” sudah dipaketkan</translation>
    </message>
    <message>
        <source>“{words}” is not a day such as 2026-11-21.</source>
        <translation>“{words}” bukan tanggal seperti 2026-11-21.</translation>
    </message>
    <message>
        <source>✓ Right</source>
        <translation>✓ Benar</translation>
    </message>
    <message>
        <source>✗ No answer</source>
        <translation>✗ Tanpa jawaban</translation>
    </message>
    <message>
        <source>✗ Not right</source>
        <translation>✗ Tidak benar</translation>
    </message>
    <message>
        <source>✗ Right, but too late</source>
        <translation>✗ Benar, tetapi terlambat</translation>
    </message>
</context>
</TS>
