// Preloaded into a supervised server: when the supervisor is gone, even by SIGKILL, the channel to it closes, and the server stops as if asked to.
process.on('disconnect', () => {
  if (process.listenerCount('SIGTERM') > 0) process.emit('SIGTERM', 'SIGTERM');
  else process.exit(143);
});
process.channel?.unref();
