namespace Kiln.Host.Data.Formats;

/// <summary>What Git LFS leaves in the place of a file that was not fetched: a few lines of text
/// (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md).</summary>
static class LfsPointer
{
    public static bool Begins(ReadOnlySpan<byte> start) => start.StartsWith("version https://git-lfs.github.com/spec/"u8);
}
