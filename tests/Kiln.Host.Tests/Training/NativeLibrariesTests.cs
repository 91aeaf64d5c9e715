using System.Runtime.InteropServices;
using Kiln.Host.Natives;

namespace Kiln.Host.Tests.Training;

public class NativeLibrariesTests
{
    [Fact]
    public void Where_the_library_loads_there_is_no_complaint() =>
        Assert.Null(NativeLibraries.Problem(loads: true, Architecture.X64, "linux-x64"));

    [Fact]
    public void On_arm64_the_trainer_that_works_there_is_named()
    {
        var problem = NativeLibraries.Problem(loads: false, Architecture.Arm64, "linux-arm64");

        Assert.Contains("no native library for linux-arm64", problem);
        Assert.Contains("Trainer.Linear", problem);
    }

    [Fact]
    public void On_x64_the_library_that_is_missing_beside_it_is_named() =>
        Assert.Contains("libgomp1", NativeLibraries.Problem(loads: false, Architecture.X64, "linux-x64"));
}
