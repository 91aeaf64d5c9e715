using System.Diagnostics;

namespace Kiln.Host;

/// <summary>Ends the host when the build that started it is gone: a killed build must not leave a training behind.</summary>
static class ParentWatch
{
    /// <summary>128 + SIGTERM, what a shell reports of a terminated process.</summary>
    const int Terminated = 143;

    public static void Start(int parent)
    {
        if (parent <= 0)
            return;
        new Thread(() => Watch(parent)) { IsBackground = true, Name = nameof(ParentWatch) }.Start();
    }

    static void Watch(int parent)
    {
        try
        {
            using var process = Process.GetProcessById(parent);
            process.WaitForExit();
        }
        catch (ArgumentException)
        {
            // No such process: it ended before this thread started.
        }
        Environment.Exit(Terminated);
    }
}
