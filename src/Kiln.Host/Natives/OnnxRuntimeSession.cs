using Microsoft.ML.OnnxRuntime;

namespace Kiln.Host.Natives;

/// <summary>A file as everybody else runs it.</summary>
static class OnnxRuntimeSession
{
    static OnnxRuntimeSession()
    {
        OrtEnv.DisableDllImportResolver = true;
        NativeResolver.Use(typeof(InferenceSession).Assembly);
        Telemetry.Disable();
    }

    public static InferenceSession Open(byte[] onnx)
    {
        // One thread: it is a thousand rows, and a pool of spinning threads would cost the rest of the build more.
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            // What goes wrong is an exception, too.
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        return new(onnx, options);
    }
}
