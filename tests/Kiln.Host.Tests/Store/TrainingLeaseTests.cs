using Kiln.Host.Store;

namespace Kiln.Host.Tests.Store;

/// <summary>Who trains, where several could.</summary>
public sealed class TrainingLeaseTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kiln lease");

    /// <summary>As a power cut leaves it.</summary>
    [Fact]
    public void An_empty_lease_is_nobodys()
    {
        var files = new FolderFiles(_folder.FullName, 0);
        files.Put("key.lease", []);

        using (var lease = TrainingLease.Take(files, "key.lease", () => false, () => Assert.Fail("nobody trains")))
            Assert.NotNull(lease);

        Assert.Null(files.Get("key.lease"));
    }

    [Fact]
    public void What_is_done_meanwhile_needs_no_lease()
    {
        var files = new FolderFiles(_folder.FullName, 0);
        var (looks, waits) = (0, 0);
        using var held = TrainingLease.Take(files, "key.lease", () => false, () => Assert.Fail("nobody trains"));

        Assert.Null(TrainingLease.Take(files, "key.lease", () => looks++ == 2, () => waits++));

        Assert.Equal((3, 1), (looks, waits));
        Assert.NotNull(files.Get("key.lease"));
    }

    public void Dispose() => _folder.Delete(true);
}
