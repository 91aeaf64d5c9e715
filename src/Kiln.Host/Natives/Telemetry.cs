using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Kiln.Host.Natives;

/// <summary>A build tells nobody anything. The build sets the variable for the process; this holds where the host is started another way.</summary>
static partial class Telemetry
{
    const string Variable = "ORT_DISABLE_TELEMETRY";

    /// <summary>Before the first session: what ONNX Runtime would send of its start cannot be taken back.</summary>
    public static void Disable()
    {
        Environment.SetEnvironmentVariable(Variable, "1");
        // .NET keeps variables of its own on Unix, and native code never sees them.
        if (!OperatingSystem.IsWindows())
            _ = setenv(Variable, "1", 1);
        // Windows knows only this: the system collects the events, or does not.
        OrtEnv.Instance().DisableTelemetryEvents();
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);
}
