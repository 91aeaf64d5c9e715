using Kiln.Contracts;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;

namespace Kiln.Host;

/// <summary>The one entry: reads the request, does it, and turns whatever goes wrong into one located line.</summary>
static class Entry
{
    const int Succeeded = 0;
    const int Failed = 1;

    public static int Run(string[] args)
    {
        var output = Output.Standard();
        if (args is not [['@', .. var responseFile]])
        {
            output.Say("Kiln.Host is started by the build: dotnet exec Kiln.Host.dll @<response file>");
            return Failed;
        }
        Request request;
        try
        {
            request = RequestReader.Read(File.ReadLines(responseFile));
        }
        catch (Exception e) when (e is FormatException or IOException)
        {
            output.Report(new("Kiln.Host", 0, 0, Ids.BadRequest, $"the build's request cannot be read: {e.Message}; Kiln's packages may have different versions: restore again"));
            return Failed;
        }
        Run(request, output);
        return output.HasErrors ? Failed : Succeeded;
    }

    /// <summary>Does what is asked; what goes wrong is in the output.</summary>
    public static void Run(Request request, Output output)
    {
        try
        {
            output.Try(() => Commands.Run(request, output));
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            output.Report(new(request.Project, 0, 0, Ids.CannotWrite,
                $"a file cannot be read or written: {e.Message}; free it, or give the build access to it"));
            Log(request, output, e);
        }
        catch (Exception e)
        {
            output.Report(new(request.Project, 0, 0, Ids.HostFailed,
                $"the host failed: {e.GetType().Name}: {e.Message}; build with -p:KilnVerbosity=detailed -v:detailed for the stack trace, and please report it"));
            Log(request, output, e);
        }
    }

    static void Log(Request request, Output output, Exception exception)
    {
        if (!request.Detailed)
            return;
        foreach (var line in exception.ToString().Split('\n'))
            output.Explain(line.TrimEnd());
    }
}
