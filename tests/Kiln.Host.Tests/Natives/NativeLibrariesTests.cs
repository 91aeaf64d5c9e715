using System.Runtime.InteropServices;
using Kiln.Host.Natives;

namespace Kiln.Host.Tests.Natives;

public class NativeLibrariesTests
{
    [Fact]
    public void Where_the_library_loads_there_is_no_problem() => Assert.Null(NativeLibraries.LightGbmProblem());

    [Fact]
    public void On_arm64_the_trainer_that_works_there_is_named()
    {
        var message = NativeLibraries.Missing(Architecture.Arm64, "osx-arm64");

        Assert.Contains("no native library for osx-arm64", message);
        Assert.Contains("Trainer.FastTree", message);
        Assert.Contains("brew install lightgbm", message);
    }

    [Fact]
    public void On_x64_the_library_that_is_missing_beside_it_is_named() =>
        Assert.Contains("libgomp1", NativeLibraries.Missing(Architecture.X64, "linux-x64"));
}
