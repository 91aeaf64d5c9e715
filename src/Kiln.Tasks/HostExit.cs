using Kiln.Contracts;

namespace Kiln.Tasks;

/// <summary>What an exit code other than 0 and 1 says about the host's end.</summary>
static class HostExit
{
    // The host's 0x80008096: no runtime fits. Unix keeps the last byte of it.
    const int NoRuntime = unchecked((int)0x80008096);

    public static (string Id, string What) Describe(int exitCode) => exitCode switch
    {
        NoRuntime or (NoRuntime & 0xff) => (Ids.HostNotStarted,
            "the host needs the .NET 10 runtime and the 'dotnet' of this build has none; install the .NET 10 SDK"),
        128 + 9 => (Ids.HostKilled,
            "the host was killed (signal 9), as the system does when memory runs out; free memory or train on fewer rows"),
        128 + 1 or 128 + 2 or 128 + 15 => (Ids.HostKilled, $"the host was terminated from outside (signal {exitCode - 128}); build again"),
        _ => (Ids.HostCrashed, $"the host crashed (exit code {exitCode}); this is a bug in Kiln, please report it"),
    };
}
