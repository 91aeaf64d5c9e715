namespace Kiln.Host.Files;

/// <summary>A file that was hashed.</summary>
/// <param name="Hash">SHA-256.</param>
/// <param name="Written">When it was last written, in ticks of UTC; 0 where that is not to be relied on.</param>
/// <param name="Length">In bytes.</param>
readonly record struct HashedFile(string Hash, long Written, long Length)
{
    /// <summary>Whether it looks as it did then, which is all that a build asks of a file.</summary>
    public bool IsUnchanged(string file) => Written != 0 && Look(file) == (Written, Length);

    /// <summary>Looked at before it is read: what is written meanwhile is a change.</summary>
    public static HashedFile Read(string file)
    {
        var (written, length) = Look(file);
        return new(FileHash.Compute(file), written, length);
    }

    /// <summary>Of what a link leads to: its own time and length say nothing.</summary>
    static (long Written, long Length) Look(string file) => new FileInfo(file) is var info && (info.LinkTarget is null ? info : info.ResolveLinkTarget(returnFinalTarget: true)) is FileInfo { Exists: true } there
        ? (there.LastWriteTimeUtc.Ticks, there.Length) : default;
}
