using System.Runtime.ExceptionServices;

namespace Kiln.Host.Data.Sources;

/// <summary>Looks at the columns of a chunk at the same time. Each column meets its rows in their order, so what is found hangs on no thread.</summary>
static class SideBySide
{
    /// <summary>Fields for which it is not worth waking another thread.</summary>
    const int Few = 4096;

    /// <param name="look">Is given a column's number.</param>
    public static void Run(int columns, int rows, Action<int> look)
    {
        if ((long)columns * rows < Few)
        {
            for (var column = 0; column < columns; column++)
                look(column);
            return;
        }
        try
        {
            Parallel.For(0, columns, look);
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }
}
