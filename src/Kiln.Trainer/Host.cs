using Kiln.Contracts;
using Kiln.TrainerHost.Diagnostics;
using Kiln.TrainerHost.Requests;

namespace Kiln.TrainerHost;

/// <summary>The one entry: reads the request, does it, and turns whatever goes wrong into one located line.</summary>
static class Host
{
    public static int Run(string[] args)
    {
        var output = Output.Standard();
        if (args is not [['@', .. var responseFile]])
        {
            output.Say("Kiln.Trainer is started by the build: dotnet exec Kiln.Trainer.dll @<response file>");
            return 1;
        }
        Request request;
        try
        {
            request = RequestReader.Read(File.ReadLines(responseFile));
        }
        catch (Exception e) when (e is FormatException or IOException)
        {
            output.Report(new("Kiln.Trainer", 0, 0, Ids.BadRequest, $"the build's request cannot be read: {e.Message}; Kiln's packages may not be of one version: restore again"));
            return 1;
        }
        try
        {
            Commands.Run(request, output);
        }
        catch (BuildException e)
        {
            foreach (var diagnostic in e.Diagnostics)
                output.Report(diagnostic);
        }
        return output.HasErrors ? 1 : 0;
    }
}
