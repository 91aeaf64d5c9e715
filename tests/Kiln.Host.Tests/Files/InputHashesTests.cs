using Kiln.Host.Files;

namespace Kiln.Host.Tests.Files;

public sealed class InputHashesTests : IDisposable
{
    readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    /// <summary>A copy that runs during a build: what is read after it is not what was hashed.</summary>
    [Fact]
    public void A_file_that_was_written_since_does_not_hold()
    {
        var hashes = new InputHashes();
        hashes.Compute(_file);
        Assert.True(hashes.Hold([_file]));

        File.WriteAllText(_file, "x");
        Assert.False(hashes.Hold([_file]));
        File.Delete(_file);
        Assert.False(hashes.Hold([_file]));
    }
}
