using Kiln.Host.Requests;

namespace Kiln.Road.Tests;

public class ThreadsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(999)]
    [InlineData(999_999_999)]
    public void Training_never_uses_more_threads_than_there_are_cores(int threads) =>
        Assert.Equal(Environment.ProcessorCount, Read(threads).UsableThreads);

    [Fact]
    public void Fewer_threads_are_used_as_asked_for() => Assert.Equal(1, Read(1).UsableThreads);

    static Request Read(int threads)
    {
        using var project = new RoadProject();
        return RequestReader.Read(project.RequestText("train", 0).Replace("threads=2", $"threads={threads}").Split('\n'));
    }
}
