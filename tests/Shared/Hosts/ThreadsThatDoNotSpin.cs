using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kiln.Testing;

/// <summary>
/// What the build sets for the host, set for this process: while other tests have the processors, threads of OpenMP that wait for each other by
/// spinning would take many times as long. libgomp reads it when it is loaded, from the C library's environment, which .NET's does not reach.
/// </summary>
static partial class ThreadsThatDoNotSpin
{
    [ModuleInitializer]
    public static void Set()
    {
        if (OperatingSystem.IsLinux())
            Assert.Equal(0, SetVariable("GOMP_SPINCOUNT", "1000", overwrite: 1));
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
