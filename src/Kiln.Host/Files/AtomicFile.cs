using System.Text;
using Kiln.Contracts;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Files;

/// <summary>
/// Writes a file elsewhere, to the disk, and renames it into its place, so that nobody ever sees half of it, and leaves it alone when nothing
/// changed.
/// </summary>
static class AtomicFile
{
    /// <summary>Writes UTF-8 without a byte order mark. A file that differs in its line ends only, as Git may check it out, counts as unchanged.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="text">What it is to hold.</param>
    /// <param name="temporary">The folder in which it is written first; where that is another volume, it is written beside its place.</param>
    /// <param name="alternative">Another text that is left alone where the file holds it.</param>
    /// <returns>Whether it wrote.</returns>
    /// <exception cref="BuildException">The file cannot be written.</exception>
    public static bool WriteIfChanged(string path, string text, string temporary, string? alternative = null) => OrSay(path, () =>
        !(File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") is var there && (there == Lines(text) || there == Lines(alternative)))
        && Replace(path, Encoding.UTF8.GetBytes(text), temporary));

    /// <inheritdoc cref="WriteIfChanged(string, string, string, string?)"/>
    public static bool WriteIfChanged(string path, byte[] content, string temporary) =>
        OrSay(path, () => !Holds(path, content) && Replace(path, content, temporary));

    /// <summary>Whether the file is there with that content.</summary>
    public static bool Holds(string path, byte[] content) =>
        File.Exists(path) && new FileInfo(path).Length == content.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);

    /// <summary>Writes, whatever was there; always true.</summary>
    public static bool Replace(string path, byte[] content, string temporary)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        Directory.CreateDirectory(temporary);
        if (!Through(temporary, path, content) && !Through(folder, path, content))
            throw new IOException($"'{folder}' does not allow renaming files in it");
        return true;
    }

    /// <summary>Writes a file of any size beside its place.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="write">Writes it, to a path.</param>
    public static void Create(string path, Action<string> write)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        TemporaryFile.Sweep(folder);
        var written = TemporaryFile.NameIn(folder);
        try
        {
            write(written);
            Rename.Over(written, path);
        }
        finally
        {
            File.Delete(written);
        }
    }

    static string? Lines(string? text) => text?.ReplaceLineEndings("\n");

    static bool Through(string folder, string path, byte[] content)
    {
        var written = TemporaryFile.NameIn(folder);
        var renamed = false;
        try
        {
            using (var file = File.Create(written))
            {
                file.Write(content);
                file.Flush(flushToDisk: true); // Else a power cut may keep the rename and lose the content.
            }
            return renamed = Rename.Over(written, path);
        }
        finally
        {
            if (!renamed)
                File.Delete(written);
        }
    }

    static bool OrSay(string path, Func<bool> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuildException(path, 0, 0, Ids.CannotWrite,
                $"the file cannot be written: {e.Message.TrimEnd('.')}; make its folder writable, or free the file if another program has it open");
        }
    }
}
