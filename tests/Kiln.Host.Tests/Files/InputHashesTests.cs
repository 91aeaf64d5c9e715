using Kiln.Host.Files;

namespace Kiln.Host.Tests.Files;

public sealed class InputHashesTests : IDisposable
{
    readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_file_that_looks_as_it_did_is_not_read_again()
    {
        var before = HashedFile.Read(_file);
        Assert.Equal(before with { Hash = "remembered" }, new InputHashes(new Dictionary<string, HashedFile> { [_file] = before with { Hash = "remembered" } }).Find(_file));

        File.SetLastWriteTimeUtc(_file, DateTime.UtcNow.AddDays(-1));
        Assert.Equal(before.Hash, new InputHashes(new Dictionary<string, HashedFile> { [_file] = before with { Hash = "remembered" } }).Compute(_file));
        Assert.Equal(before.Hash, new InputHashes(new Dictionary<string, HashedFile> { [_file] = before with { Hash = "remembered", Written = 0 } }).Compute(_file));
    }

    /// <summary>A copy that runs during a build: what is read after it is not what was hashed.</summary>
    [Fact]
    public void A_file_that_was_written_since_does_not_hold()
    {
        var hashes = new InputHashes(new Dictionary<string, HashedFile>());
        hashes.Compute(_file);
        Assert.True(hashes.Hold([_file]));

        File.WriteAllText(_file, "x");
        Assert.False(hashes.Hold([_file]));
        File.Delete(_file);
        Assert.False(hashes.Hold([_file]));
    }
}
