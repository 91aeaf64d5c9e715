using Kiln.Contracts;
using Kiln.Host.Data;
using Kiln.Host.Data.Fetching;
using Kiln.Host.Diagnostics;
using Kiln.Host.Files;
using Kiln.Host.Incremental;
using Kiln.Host.Requests;

namespace Kiln.Host;

/// <summary>What the build can ask for.</summary>
static class Commands
{
    public static void Run(Request request, Output output)
    {
        var hashes = LastRun.Recall(request);
        if (!request.Fetches && request.Command != "monitor")
            request = WithData(request, output, hashes);
        switch (request.Command)
        {
            case "contracts":
                new ContractsCommand(request, output).Run();
                break;
            case "accept":
                new AcceptCommand(request, output).Run();
                break;
            case var training when Trains(training):
                new TrainCommand(request, output, hashes).Run();
                break;
            case "card":
                new CardCommand(request, output).Run();
                break;
            case "rows":
                new RowsCommand(request, output, hashes).Run();
                break;
            case "models":
                new ModelsCommand(request, output).Run();
                break;
            case "compare":
                new CompareCommand(request, output).Run();
                break;
            case "monitor":
                new MonitorCommand(request, output).Run();
                break;
            case "pack":
                new PackCommand(request, output).Run();
                break;
            case "history":
                new HistoryCommand(request, output).Run();
                break;
            case "export":
                new ExportContractCommand(request, output).Run();
                break;
            case "import":
                new ImportContractCommand(request, output).Run();
                break;
            default:
                throw new BuildException(request.Project, 0, 0, Ids.BadRequest,
                    $"the host knows no command '{request.Command}'; Kiln's packages may have different versions: restore again");
        }
    }

    static bool Trains(string command) => command is "train" or "release" or "tune" or "bump";

    /// <summary>Brings data that lie elsewhere. Without them nothing is trained, and what the last training said of itself holds no longer.</summary>
    static Request WithData(Request request, Output output, InputHashes hashes)
    {
        try
        {
            FetchedData.Take(request, hashes, output.Say);
            return request with
            {
                Datasets = ServerData.Take(request, warning =>
                {
                    if (request.Command != "contracts" || !ContractsCommand.IsToldByReading(warning))
                        output.Report(warning);
                }),
            };
        }
        catch (BuildException e) when (Trains(request.Command))
        {
            new RunResults(request, output).Write(e);
            throw;
        }
        catch (Exception) when (Trains(request.Command))
        {
            new RunResults(request, output).Delete();
            throw;
        }
    }
}
