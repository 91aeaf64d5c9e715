using Kiln.Host.Diagnostics;
using ZstdSharp;

namespace Kiln.Host.Data.Files;

/// <summary>Unpacks a Zstandard file, also one of several frames, and tells one that was cut off or has other bytes behind its end.</summary>
sealed class ZstandardFile(string path, Stream file) : ForwardStream(new DecompressionStream(file, checkEndOfStream: true, leaveOpen: false))
{
    /// <exception cref="BuildException">The file is damaged, cut off, or goes on behind its end.</exception>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Inner.Read(buffer);
        }
        catch (Exception e) when (e is ZstdException or EndOfStreamException)
        {
            throw new BuildException(FileProblems.CutOff(path, "Zstandard"));
        }
    }
}
