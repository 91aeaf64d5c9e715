using Kiln.Contracts;
using Kiln.Host.Data;
using Kiln.Host.Data.Fetching;
using Kiln.Host.Diagnostics;
using Kiln.Host.Incremental;
using Kiln.Host.Requests;

namespace Kiln.Host;

/// <summary>What the build can ask for.</summary>
static class Commands
{
    public static void Run(Request request, Output output)
    {
        var hashes = LastRun.Recall(request);
        if (!request.Fetches)
        {
            FetchedData.Take(request, hashes, output.Say);
            request = request with
            {
                Datasets = ServerData.Take(request, warning =>
                {
                    if (request.Command != "contracts" || !ContractsCommand.IsToldByReading(warning))
                        output.Report(warning);
                }),
            };
        }
        switch (request.Command)
        {
            case "contracts":
                new ContractsCommand(request, output).Run();
                break;
            case "accept":
                new AcceptCommand(request, output).Run();
                break;
            case "train" or "release" or "tune" or "bump":
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
}
