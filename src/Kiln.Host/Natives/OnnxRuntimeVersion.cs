using System.Runtime.InteropServices;

namespace Kiln.Host.Natives;

/// <summary>ONNX Runtime's version by the one call that every version answers.</summary>
static unsafe class OnnxRuntimeVersion
{
    public static string? Read(nint library)
    {
        if (!NativeLibrary.TryGetExport(library, "OrtGetApiBase", out var getBase))
            return null;
        // Two functions: the calls of a version, and the version's name.
        var functions = ((delegate* unmanaged<nint*>)getBase)();
        return Marshal.PtrToStringUTF8((nint)((delegate* unmanaged<byte*>)functions[1])());
    }
}
