using Kiln.TrainerHost.Diagnostics;
using Kiln.TrainerHost.Requests;

namespace Kiln.TrainerHost;

/// <summary>What the build can ask for.</summary>
static class Commands
{
    public static void Run(Request request, Output output)
    {
        switch (request.Command)
        {
            default:
                throw new FormatException($"unknown command '{request.Command}'");
        }
    }
}
