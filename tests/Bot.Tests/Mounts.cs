using System.Diagnostics;

namespace Bot.Tests;

/// <summary>Mounts, where the tests run as the administrator of a Linux machine.</summary>
internal static class Mounts
{
    /// <summary>A folder that nobody can write until disposed, by permissions or, as those do not bind the administrator, by a mount. The test is skipped, visibly, where neither can be done.</summary>
    public static IDisposable ReadOnly(string folder)
    {
        if (!OperatingSystem.IsWindows() && !Environment.IsPrivilegedProcess)
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            return new Undo(() =>
            {
                if (!OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
                }
            });
        }

        if (!Run("mount", "--bind", folder, folder))
        {
            Assert.Skip("Permissions do not bind the administrator, and nothing can be mounted here.");
        }

        // What was opened below the mount may still be open; it ends with its files.
        var undo = new Undo(() => Assert.True(Run("umount", "--lazy", folder)));
        if (!Run("mount", "-o", "remount,bind,ro", folder))
        {
            undo.Dispose();
            Assert.Skip("Permissions do not bind the administrator, and nothing can be mounted read-only here.");
        }

        return undo;
    }

    public static bool Run(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
            using var process = Process.Start(start);
            process?.WaitForExit();
            return process?.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private sealed class Undo(Action action) : IDisposable
    {
        public void Dispose() => action();
    }
}
