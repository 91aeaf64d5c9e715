using System.Text;
using Kiln.Contracts;
using Kiln.TrainerHost.Diagnostics;

namespace Kiln.TrainerHost;

/// <summary>Writes a file beside its place and moves it there, so that nobody ever sees half of it, and leaves it alone when nothing changed.</summary>
static class AtomicFile
{
    /// <summary>Writes UTF-8 without a byte order mark. A file that differs in its line ends only, as Git may check it out, counts as unchanged.</summary>
    /// <returns>Whether it wrote.</returns>
    /// <exception cref="BuildException">The file cannot be written.</exception>
    public static bool WriteIfChanged(string path, string text) => Write(
        path, Encoding.UTF8.GetBytes(text), () => File.ReadAllText(path).ReplaceLineEndings("\n") == text.ReplaceLineEndings("\n"));

    /// <inheritdoc cref="WriteIfChanged(string, string)"/>
    public static bool WriteIfChanged(string path, ReadOnlySpan<byte> content)
    {
        var bytes = content.ToArray();
        return Write(path, bytes, () => new FileInfo(path).Length == bytes.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes));
    }

    static bool Write(string path, byte[] content, Func<bool> isSame)
    {
        var beside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            if (File.Exists(path) && isSame())
                return false;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            try
            {
                File.WriteAllBytes(beside, content);
                File.Move(beside, path, overwrite: true);
            }
            catch
            {
                File.Delete(beside);
                throw;
            }
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuildException(path, 0, 0, Ids.CannotWrite,
                $"the file cannot be written: {e.Message.TrimEnd('.')}; make its folder writable, or free the file if another program holds it");
        }
    }
}
