using System.Diagnostics;
using System.Runtime.Loader;
using Kiln.Contracts.Models;
using Kiln.Host.References;

namespace Kiln.Host.Pipelines;

/// <summary>
/// Where in the project's source an exception arose, as its debug information tells: embedded in the assembly, or in a .pdb beside it.
/// </summary>
static class SourcePlace
{
    /// <param name="directory">The project's directory.</param>
    /// <param name="pipeline">Where the pipeline's method stands.</param>
    /// <returns>The innermost place in the project's own code; null where none of it has a source on this machine.</returns>
    public static Location? Find(Exception exception, string directory, Location pipeline)
    {
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod() is not { } method || frame.GetFileName() is not { } file || frame.GetFileLineNumber() == 0)
                continue;
            if (WasNeverCompiled(frame))
                continue;
            if (AssemblyLoadContext.GetLoadContext(method.Module.Assembly) is not ProjectContext)
                continue;
            if (OnThisMachine(file, directory, pipeline) is { } there)
                return new(there, frame.GetFileLineNumber(), frame.GetFileColumnNumber());
        }
        return null;
    }

    /// <summary>
    /// A method that uses what is missing is on the stack before it has machine code. No line of it ran, and the runtime tells its first line
    /// or none, whether or not it has looked for lines before.
    /// </summary>
    static bool WasNeverCompiled(StackFrame frame) => frame.GetNativeOffset() == 0;

    /// <summary>A deterministic build writes <c>/_/src/App/ChurnModel.cs</c> for the file it compiled.</summary>
    static string? OnThisMachine(string file, string directory, Location pipeline)
    {
        if (File.Exists(file))
            return file;
        var own = Path.GetFullPath(pipeline.File, directory);
        return Path.GetFileName(file.Replace('\\', '/')) == Path.GetFileName(own) ? own : null;
    }
}
